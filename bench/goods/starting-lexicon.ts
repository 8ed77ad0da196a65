import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHARED } from '../names/shared-names.ts';

interface LexiconRecord {
  readonly term: string;
  readonly lang: string;
  readonly strength: string;
  readonly match: 'substring' | 'word' | 'word_case' | 'stems' | 'regex';
  readonly regex?: string;
  readonly stems?: readonly string[];
  readonly guards: {
    readonly not_before: readonly string[];
    readonly not_after: readonly string[];
    readonly requires_any: readonly string[];
  };
}

interface Matcher {
  readonly find: (text: string, low: string) => readonly (readonly [number, number])[];
  readonly record: LexiconRecord;
}

/**
 * Whether any hard term of the lexicon that this project started from finds something in a text: the matching that its README defines, without what we
 * built on top. Null where the lexicon is absent.
 */
export function startingLexicon(): ((text: string) => boolean) | null {
  let source: string;
  try {
    source = readFileSync(join(SHARED, 'data/lexicon/lexicon.jsonl'), 'utf8');
  } catch {
    return null;
  }
  const matchers = source
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LexiconRecord)
    .filter(({ strength }) => strength === 'hard')
    .map((record): Matcher => ({ record, find: finderOf(record) }));
  return (text) => {
    const plain = normalise(text);
    const low = plain.toLowerCase();
    return matchers.some(({ record, find }) => find(plain, low).some(([start, end]) => allows(record, low, start, end)));
  };
}

const LETTER = 'A-Za-z0-9А-Яа-яЁёІіЇїЄєҐґ';

function finderOf({ match, term, regex, stems }: LexiconRecord): Matcher['find'] {
  if (match === 'substring') {
    const wanted = normalise(term).toLowerCase();
    return (_, low) => {
      const at = low.indexOf(wanted);
      return at === -1 ? [] : [[at, at + wanted.length]];
    };
  }
  const whole = (inner: string): RegExp => new RegExp(`(?<![${LETTER}])${inner}(?![${LETTER}])`, 'gu');
  const pattern =
    match === 'regex'
      ? new RegExp(regex ?? '', 'g')
      : match === 'word_case'
        ? whole(escape(normalise(term)))
        : match === 'word'
          ? whole(`${escape(normalise(term).toLowerCase())}(?:s|es)?`)
          : whole((stems ?? []).map(stemPattern).join('[^\\p{L}\\p{N}_]{1,3}'));
  const onPlain = match === 'regex' || match === 'word_case';
  return (plain, low) =>
    Array.from((onPlain ? plain : low).matchAll(pattern), ({ 0: hit, index }): readonly [number, number] => [index, index + hit.length]);
}

function stemPattern(stem: string): string {
  return stem.endsWith('$') ? escape(stem.slice(0, -1)) : `${escape(stem)}[а-яіїєґ']{0,${stem.length >= 5 ? 4 : 3}}`;
}

function allows({ lang, guards }: LexiconRecord, low: string, start: number, end: number): boolean {
  const reach = (word: string): number => (word.length === 1 ? 1 : lang === 'zh' ? 12 : 40);
  const meets = (part: string, word: string): boolean => part.includes(word.toLowerCase());
  return (
    !guards.not_before.some((word) => meets(low.slice(Math.max(0, start - reach(word)), start), word)) &&
    !guards.not_after.some((word) => meets(low.slice(end, end + reach(word)), word)) &&
    (guards.requires_any.length === 0 || guards.requires_any.some((word) => meets(low, word)))
  );
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    .replaceAll('’', "'");
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
