import { WRITTEN_BY, type AnalysedName, type ShownName, type ShownPart } from '../name/name-part.ts';
import { KINDS, PIECE } from '../score/encoded-name.ts';

/**
 * Appends where each part of a name stands in it, for who explains a match:
 *
 *     start | end << 12 | by << 24 | 1 << 31
 *
 * and 0 for each where some part is not written as it stands there.
 */
export function pushSpans({ name, parts }: AnalysedName, push: (span: number) => void): void {
  const plain = parts.every(({ text, start, end }) => end <= MOST && text === name.slice(start, end));
  for (const { start, end, by } of parts) push(plain ? (start | (end << END_AT) | (WRITTEN_BY.indexOf(by) << BY_AT) | PLAIN) >>> 0 : 0);
}

/**
 * The encoded name at `data[offset]` as it is shown, without being analysed again: its spans begin at `spans[first]`. Undefined where they do not say. `name`: as it is
 * listed.
 */
export function shownName(
  name: string,
  { data, offset }: { readonly data: Uint32Array; readonly offset: number },
  { spans, first }: { readonly spans: Uint32Array; readonly first: number },
  keyOf: (unit: number) => string,
): ShownName | undefined {
  const head = data[offset]!;
  const parts: ShownPart[] = [];
  let at = offset + 1;
  for (let n = 0; n < (head & 0xff); n += 1) {
    const span = spans[first + n]!;
    if (span === 0) return undefined;
    const part = data[at]!;
    const keys: string[] = [];
    for (let k = (part >>> 4) & 0xf; k > 0; k -= 1) keys.push(keyOf(data[at + k]!));
    parts.push({
      kind: KINDS[part & 0xf]!,
      text: name.slice(span & MOST, (span >>> END_AT) & MOST),
      by: WRITTEN_BY[(span >>> BY_AT) & 0x7]!,
      keys: keys.reverse(),
    });
    at += 1 + keys.length;
  }
  return { parts, piece: (head & PIECE) !== 0 };
}

const MOST = 0xfff;
const END_AT = 12;
const BY_AT = 24;
const PLAIN = 1 << 31;
