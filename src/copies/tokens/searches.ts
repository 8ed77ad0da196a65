import type { FactPattern } from './pattern.ts';
import { WRITTEN_IN_DIGITS } from './patterns.ts';

/** So many kinds of signs have a bit. */
const MOST_SIGNS = 32;

/**
 * Tells which of the patterns are worth a search in a line: those whose signs stand there, and as many digits in a row as they want. A line is looked at once,
 * where each search looks at all of it.
 */
export function searchesFor(patterns: readonly FactPattern[]): (line: string) => readonly FactPattern[] {
  const bits = new Uint32Array(0x1_0000);
  const known: string[] = [];
  const wanted = patterns.map(({ signs }) => {
    if (signs === undefined) return 0;
    let at = known.indexOf(signs);
    if (at === -1) {
      if (known.length === MOST_SIGNS) return 0;
      at = known.push(signs) - 1;
      for (let n = 0; n < signs.length; n += 1) bits[signs.charCodeAt(n)]! |= 1 << at;
    }
    return 1 << at;
  });
  const least = patterns.map(({ kind, digits, inWords }) => digits ?? (WRITTEN_IN_DIGITS.has(kind) && inWords !== true ? 1 : 0));
  return (line) => {
    let [seen, run, digits] = [0, 0, 0];
    for (let at = 0; at < line.length; at += 1) {
      const code = line.charCodeAt(at);
      seen |= bits[code]!;
      run = code >= 0x30 && code <= 0x39 ? run + 1 : 0;
      if (run > digits) digits = run;
    }
    return patterns.filter(({ needs }, n) => {
      const sign = wanted[n]!;
      return (sign === 0 || (seen & sign) !== 0) && digits >= least[n]! && needs?.test(line) !== false;
    });
  };
}
