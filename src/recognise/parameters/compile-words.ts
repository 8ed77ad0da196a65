import type { Bound, ParameterLabel, ParameterWords } from '../../catalogue/parameter-words.ts';
import type { UnitSpelling, Units } from '../../catalogue/units.ts';
import { foldUnit, isLetterAt, phraseTrie } from './phrase-trie.ts';
import type { PhraseTrie } from './phrase-trie.ts';
import { isHanNumeral } from './read-han.ts';
import type { NumberWords } from './read-number.ts';

/** The words of the catalogue, ready to be looked for. */
export interface CompiledWords {
  readonly units: PhraseTrie<UnitSpelling>;
  readonly before: PhraseTrie<Bound>;
  readonly after: PhraseTrie<Bound>;
  readonly range: PhraseTrie<'range' | 'open'>;
  readonly opens: PhraseTrie<true>;
  readonly list: PhraseTrie<'always' | 'loose'>;
  readonly minus: PhraseTrie<true>;
  readonly plusMinus: PhraseTrie<true>;
  readonly numbers: NumberWords;
  readonly notAfter: PhraseTrie<true>;
  readonly notBefore: PhraseTrie<true>;
  /** Null: money or scores, no property of goods. */
  readonly labels: PhraseTrie<ParameterLabel | null>;
  readonly formats: ReadonlySet<string>;
  /** Whether a text has a unit that may stand before its number. */
  readonly prefix: RegExp;
  /** {@link START} of each UTF-16 unit. */
  readonly start: Uint8Array;
}

/** What a number may begin with; `letter` is added to it for the letters of alphabets. */
export const START = { none: 0, digit: 1, han: 2, word: 3, sign: 4, kinds: 7, letter: 8 } as const;

export function compileWords(units: Units, words: ParameterWords): CompiledWords {
  const yes = (list: readonly string[]): PhraseTrie<true> => phraseTrie(list.map((word): [string, true] => [word, true]));
  const spellings = phraseTrie(units.map((spelling): [string, UnitSpelling] => [spelling.text, spelling]));
  return {
    units: spellings,
    before: phraseTrie(words.before),
    after: phraseTrie(words.after),
    range: phraseTrie([
      ...words.range.map((word): [string, 'range'] => [word, 'range']),
      ...words.openRange.map((word): [string, 'open'] => [word, 'open']),
    ]),
    opens: yes(words.opens),
    list: phraseTrie([
      ...words.list.map((word): [string, 'always'] => [word, 'always']),
      ...words.looseList.map((word): [string, 'loose'] => [word, 'loose']),
    ]),
    minus: yes(words.minus),
    plusMinus: yes(words.plusMinus),
    numbers: { numbers: phraseTrie(words.numbers, { parts: true }), multipliers: phraseTrie(words.multipliers), units: spellings },
    notAfter: yes(words.notAfter),
    notBefore: yes(words.notBefore),
    labels: phraseTrie([
      ...words.labels.flatMap((label) => label.words.map((word): [string, ParameterLabel | null] => [word, label])),
      ...words.notLabels.map((word): [string, ParameterLabel | null] => [word, null]),
    ]),
    formats: new Set(words.formats),
    prefix: new RegExp(prefixes(units), 'iu'),
    start: startTable(words),
  };
}

function prefixes(units: Units): string {
  return (
    units
      .flatMap(({ text, unit }) => (unit.prefix ? [text.replace(/\|.*/, '').replaceAll(/[.*+?^${}()[\]\\]/g, String.raw`\$&`)] : []))
      .join('|') || '$^'
  );
}

function startTable(words: ParameterWords): Uint8Array {
  const table = new Uint8Array(65_536);
  const firsts = new Set(words.numbers.map(([word]) => foldUnit(word.charCodeAt(0))));
  for (let code = 0; code < 65_536; code += 1) {
    const folded = foldUnit(code);
    if (folded >= 0x30 && folded <= 0x39) table[code] = START.digit;
    else if (isHanNumeral(code)) table[code] = START.han;
    else if (firsts.has(folded)) table[code] = START.word;
    if (isLetterAt(String.fromCharCode(code), 0)) table[code] = (table[code] ?? 0) | START.letter;
  }
  for (const sign of words.plusMinus) if (sign.length === 1) table[sign.charCodeAt(0)] = START.sign;
  return table;
}
