import type { IndicatorKnowledge, NoticeFacts, FactValue, FieldValues } from './facts.ts';
import { TRADE_FIELDS } from './trade-fields.ts';

/** How the publisher wants to be answered. */
export const CHANNEL_FIELDS: Readonly<Record<string, FieldValues>> = {
  channel: (facts, { table }) => [
    ...facts.mentions.flatMap(({ kind, id, start, end }): readonly FactValue[] => {
      const span = { start, end };
      if (kind === 'intent' && (id === 'messenger' || id === 'portal')) return [{ value: id, span }];
      if (kind !== 'contact') return [];
      const written = facts.text.slice(start, end);
      const at = written.lastIndexOf('@');
      if (at === -1) return [{ value: 'phone', span }];
      return [{ value: table.freeMail.has(written.slice(at + 1).toLowerCase()) ? 'freeMail' : 'ownMail', span }];
    }),
    ...facts.trade.parties
      .filter(({ kind }) => kind === 'messenger')
      .map(({ start, end }) => ({ value: 'messenger', span: { start, end } })),
  ],
  phoneFits: (facts, knowledge) => {
    const goingTo = (TRADE_FIELDS['destination']?.(facts, knowledge) ?? []).map(({ value }) => String(value).slice(0, 2));
    if (goingTo.length === 0) return [];
    const phones = phonesOf(facts, knowledge);
    const fits = phones.some(({ countries }) => countries.some((country) => goingTo.includes(country)));
    return phones.map(({ span }) => ({ value: fits ? 'yes' : 'no', span }));
  },
};

/** Telephone numbers that say their country, by the longest dialling code that fits. */
function phonesOf({ mentions, text }: NoticeFacts, { table: { dialling } }: IndicatorKnowledge) {
  return mentions.flatMap(({ kind, start, end }) => {
    if (kind !== 'contact') return [];
    const written = text.slice(start, end);
    if (!/^(?:\+|00)/.test(written)) return [];
    const digits = written.replace(/\D/g, '').replace(/^00/, '');
    const countries = dialling.get(digits.slice(0, 3)) ?? dialling.get(digits.slice(0, 2)) ?? dialling.get(digits.slice(0, 1));
    return countries === undefined ? [] : [{ countries, span: { start, end } }];
  });
}
