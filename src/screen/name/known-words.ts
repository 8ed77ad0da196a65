import type { KnownWords } from '../../catalogue/known-names.ts';
import { tokensOf } from './tokens.ts';

/** A name that bodies are called by in words of their own (МФТИ, МГТУ Баумана), in one of its cases. */
export interface KnownWord {
  /** Its words, folded. */
  readonly words: readonly string[];
  /** Its first word as it is written: capitals are to be capitals in texts. */
  readonly spelled: string;
  /** Letters of a case behind an acronym (ВИАМа): small in texts. */
  readonly ending: number;
  readonly quoted: boolean;
  readonly near: boolean;
  readonly bodies: KnownWords['bodies'];
}

/** By the first word, those of most words first. */
export type KnownWordTable = ReadonlyMap<string, readonly KnownWord[]>;

/** The names with their Russian and Ukrainian cases: Бауманке, ВИАМом. */
export function knownWordTable(names: readonly KnownWords[]): KnownWordTable {
  const all = names.flatMap(({ name, quoted, near, bodies }) => {
    const tokens = tokensOf(name);
    const first = tokens[0];
    if (first === undefined) return [];
    const rest = tokens.slice(1).map(({ text }) => text);
    return casesOf(name.slice(first.start, first.end)).map(({ spelled, ending }): KnownWord => {
      const word = tokensOf(spelled)[0]?.text ?? first.text;
      return { words: [word, ...rest], spelled, ending, quoted, near, bodies };
    });
  });
  return Map.groupBy(
    all.toSorted((a, b) => b.words.length - a.words.length),
    ({ words: [word = ''] }) => word,
  );
}

interface Case {
  readonly spelled: string;
  readonly ending: number;
}

function casesOf(word: string): readonly Case[] {
  const whole = { spelled: word, ending: 0 };
  if (NICKNAME.test(word))
    return [whole, ...['и', 'е', 'у', 'ой', 'ою'].map((ending) => ({ spelled: word.slice(0, -1) + ending, ending: 0 }))];
  if (SPOKEN.test(word)) return [whole, ...['а', 'у', 'ом', 'е'].map((ending) => ({ spelled: word + ending, ending: ending.length }))];
  if (NOUN.test(word)) return [whole, ...['а', 'у', 'ом', 'е'].map((ending) => ({ spelled: word + ending, ending: 0 }))];
  return [whole];
}

/** Бауманка. */
const NICKNAME = /^\p{Lu}[а-я]+ка$/u;
/** Acronyms that are said as words, in which a vowel stands before the last letter: ВИАМ, МИЭТ. */
const SPOKEN = /^[\u0410-\u042f]*[АЕИОУЭЯ][БВДЗКЛМНПРСТФХ]$/u;
/** Военмех, Станкин. */
const NOUN = /^\p{Lu}[а-я]{3,}[бвдзклмнпрстфх]$/u;
