import { foldLabel } from '../../catalogue/fold-label.ts';
import type { TradeWord } from '../../catalogue/trade-roles.ts';
import type { Trade, TradeParty } from '../../model/trade-party.ts';

const LONGEST_VALUE = 300;

/**
 * Parties that fields of a reading name: `{采购单位: …}`. A field is read as if it stood in the text as a labelled line; its span is where the name first
 * stands in the text, 0 to 0 where it does not.
 */
export function fieldParties(
  text: string,
  fields: Readonly<Record<string, string>>,
  labels: ReadonlyMap<string, TradeWord>,
  read: (text: string) => Trade,
): readonly TradeParty[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    const word = labels.get(foldLabel(field));
    if (word === undefined || value.length > LONGEST_VALUE || value.trim() === '') return [];
    const line = `${word.text}：${value.trim().replaceAll(/\s+/gu, ' ')}`;
    return read(line).parties.flatMap((party): readonly TradeParty[] => {
      if (party.role !== word.role && party.role !== 'contact') return [];
      const at = text.indexOf(party.text);
      return [{ ...party, start: at === -1 ? 0 : at, end: at === -1 ? 0 : at + party.text.length, because: field, field }];
    });
  });
}
