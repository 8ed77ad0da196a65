import { latinOfCyrillic } from '../name/cyrillic.ts';
import { ENDINGS, leastStem } from './case-endings.ts';
import { hashStep } from './word-filter.ts';

/** Latin letters that one Cyrillic letter is spelled with at most. */
export const SPELLED = 4;

const FIRST_CYRILLIC = 0x400;
/** Stands for a letter that is none. */
const NONE = 0xff;

/** Latin letters of each Cyrillic unit from U+0400 on, {@link SPELLED} bytes each, filled up with 0. */
const SPELLINGS = new Uint8Array(0x130 * SPELLED);
for (let unit = 0; unit < 0x130; unit += 1) {
  const spelling = latinOfCyrillic(FIRST_CYRILLIC + unit);
  if (spelling === undefined) SPELLINGS[unit * SPELLED] = NONE;
  else for (let at = 0; at < spelling.length; at += 1) SPELLINGS[unit * SPELLED + at] = spelling.charCodeAt(at);
}

/** Writes the Latin letters of a Cyrillic unit to `out` from `to` on; gives where they end, -1 where the unit is no Cyrillic letter. */
export function spellUnit(unit: number, out: Uint8Array, to: number): number {
  const place = (unit - FIRST_CYRILLIC) * SPELLED;
  if (place < 0 || place >= SPELLINGS.length || SPELLINGS[place] === NONE) return -1;
  let end = to;
  for (let n = 0; n < SPELLED && SPELLINGS[place + n] !== 0; n += 1) out[end++] = SPELLINGS[place + n]!;
  return end;
}

/** An ending of case-endings.ts in folded units, and what may stand for it, with hash and Latin letters. */
export interface Ending {
  readonly units: Uint16Array;
  readonly least: number;
  readonly bases: readonly { readonly length: number; readonly hash: number; readonly spelling: Uint8Array }[];
}

/** Endings by the low byte of their last letter, each in its order. */
export function endingsByLast(): readonly (readonly Ending[])[] {
  const table = Array.from({ length: 256 }, (): Ending[] => []);
  for (const [ending, bases] of ENDINGS)
    table[ending.charCodeAt(ending.length - 1) & 0xff]!.push({
      units: Uint16Array.from(ending, (char) => char.charCodeAt(0)),
      least: leastStem(ending),
      bases: bases.map((base) => {
        let hash = 0;
        for (let at = 0; at < base.length; at += 1) hash = hashStep(hash, base.charCodeAt(at));
        const spelling = Uint8Array.from(
          [...base].flatMap((char) => [...(latinOfCyrillic(char.charCodeAt(0)) ?? '')]),
          (char) => char.charCodeAt(0),
        );
        return { length: base.length, hash, spelling };
      }),
    });
  return table;
}
