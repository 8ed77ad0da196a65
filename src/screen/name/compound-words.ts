import type { GlossaryUnit } from './phrase-tree.ts';
import type { NameToken } from './tokens.ts';

/** Letters of the words of a compound at least. */
const FIRST = 4;
const SECOND = 6;

/** Endings of adjectives: турбомеханический, турбомеханічний, turbomekhanicheskiy, turbomechanical. Names of firms are nouns (Агроторг, Electrosila), and stay whole. */
const ADJECTIVE: Readonly<Partial<Record<NameToken['script'], RegExp>>> = {
  cyrillic: /(?:(?:н|ск|ов)(?:[ыиоі]й|ая|ое|[ыи]е|[ое]го|[ое]му|[ую]ю|[ыиі][мх])|(?:[иі]чн|льн|[ао]рн|ійн|ов)[аеіу])$/,
  latin:
    /(?:(?:ic|ical|ine)|(?:n|sk|ov)(?:[yi]{1,3}|[yi]j|oi|oy|oj|aya|aia|aja|oye|oe|oje|[yi]e|oho|ogo)|(?:ichn|aln|[ao]rn|iin|sk|ov)[ae])$/,
};

/** A vowel binds the words: электро-, авиа-, agri-. */
const BINDING = /[оеіиаaeio]$/;

/**
 * What a compound of two words means that the glossary has one by one: the longest first word before an adjective. Undefined for all else. Each of `first` and `second`
 * tells what a word means by itself. Linear: at most as many cuts as a word of the glossary has letters.
 */
export function compoundOf(
  { text, script }: NameToken,
  first: (word: string) => readonly GlossaryUnit[] | undefined,
  second: (word: string) => readonly GlossaryUnit[] | undefined,
): readonly GlossaryUnit[] | undefined {
  if (text.length < FIRST + SECOND || text.length > LONGEST || ADJECTIVE[script]?.test(text) !== true) return undefined;
  for (let cut = text.length - SECOND; cut >= FIRST; cut -= 1) {
    const head = text.slice(0, cut);
    const before = BINDING.test(head) ? first(head) : undefined;
    if (before?.length !== 1 || before[0]!.kind !== 'trade') continue;
    const after = second(text.slice(cut));
    if (after?.[0]?.kind === 'trade' && after.length < MOST) return [...before, ...after];
  }
  return undefined;
}

const LONGEST = 40;
const MOST = 4;
