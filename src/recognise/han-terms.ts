import type { Catalogue, Term } from '../catalogue/catalogue.ts';

const HAN_ONLY = /^[\u3400-\u9fff]{3,8}$/;

/** Terms of the catalogue that somebody may write in pinyin: hard Chinese names of goods, of three to eight Han characters alone. */
export function hanTerms({ terms }: Pick<Catalogue, 'terms'>): readonly Term[] {
  return terms.filter(
    ({ lang, concept, yieldsTo, strength, text }) =>
      lang === 'zh' && concept !== null && yieldsTo === undefined && strength === 'hard' && HAN_ONLY.test(text),
  );
}
