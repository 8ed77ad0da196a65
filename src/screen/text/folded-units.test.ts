import { expect, it } from 'vitest';
import { KIND, foldTable } from '../../text/fold-table.ts';
import { CASED, KIND_AT, LETTER, UNIT, foldedUnits } from './folded-units.ts';

it('says of each unit in one number what the tables of folding say', () => {
  const { unit, cased, kind } = foldTable();
  const folded = foldedUnits();
  const wrong = Array.from(folded.keys()).filter((code) => {
    const all = folded[code]!;
    const isLetter = kind[code]! >= KIND.latin && kind[code]! <= KIND.letter;
    return (
      (all & UNIT) !== unit[code] ||
      ((all & LETTER) !== 0) !== isLetter ||
      ((all & CASED) !== 0) !== (cased[code] !== unit[code]) ||
      all >>> KIND_AT !== kind[code]
    );
  });
  expect(folded).toHaveLength(65_536);
  expect(wrong).toEqual([]);
});
