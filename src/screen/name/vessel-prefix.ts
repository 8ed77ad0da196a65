import type { NameToken } from './tokens.ts';

/** A ship's name without what stands in front of it: MV, M/T, M.Y. Only in front or behind a comma, and never all that there is: a ship may be called so, or have such a word in her name (Sea My Star). */
export function withoutVesselPrefix(tokens: readonly NameToken[], name: string): readonly NameToken[] {
  let from = VESSEL_SIGN.test(name) ? 2 : 0;
  while (isPrefix(tokens[from])) from += 1;
  while (from > 0 && !tokens.slice(from).some(({ script }) => script !== 'digits')) from -= 1;
  const last = tokens.at(-1);
  // Orvanik, MV: as registers turn it round.
  const to =
    last !== undefined && from < tokens.length - 1 && isPrefix(last) && TURNED_ROUND.test(name.slice(0, last.start)) ? -1 : undefined;
  return from === 0 && to === undefined ? tokens : tokens.slice(from, to);
}

const TURNED_ROUND = /[,(]\s*$/;

function isPrefix(token: NameToken | undefined): boolean {
  return token !== undefined && (VESSEL_PREFIXES.has(token.text) || (token.dotted && DOTTED_PREFIXES.has(token.text)));
}

/** Motor vessel, motor tanker, steam ship, fishing vessel: no part of a ship's name. */
const VESSEL_PREFIXES: ReadonlySet<string> = new Set(['mv', 'mt', 'ss', 'fv', 'mf', 'rv', 'lng', 'lpg', 'uss', 'usns', 'hms']);

/** Motor yacht: without its full stops a word of names (My Way). */
const DOTTED_PREFIXES: ReadonlySet<string> = new Set(['my']);

/** The same with a slash between their letters, in front of a name: M/T, т/х. */
const VESSEL_SIGN = /^(?:[mfsr]\/[vtsfy]|[мт]\/[втх])(?![\p{L}\p{N}]).*[\p{L}\p{N}]/isu;
