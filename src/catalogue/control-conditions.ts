import { z } from 'zod';
import { wordsSchema } from './units.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

/** A condition in words, and what shows in the small letters of a notice that it holds. */
export interface WordCondition {
  /** Words of the control lists. */
  readonly said: readonly string[];
  readonly shown: RegExp;
}

export interface ControlConditions {
  /** Of the conditions of one group one at most holds. */
  readonly groups: readonly (readonly WordCondition[])[];
  /** By `<list> <entry>`: what a notice must say for the entry to be meant. */
  readonly needs: ReadonlyMap<string, EntryNeed>;
  /** By `<list> <entry>`: words that answer the condition which the entry gives in its own words. */
  readonly answers: ReadonlyMap<string, EntryAnswer>;
}

export interface EntryAnswer {
  /** What is told instead of the condition. */
  readonly says: string;
  readonly shown: RegExp;
}

export interface EntryNeed {
  /** What the text would have to say. */
  readonly missing: string;
  /** Why the entry is ruled out where it does not; null where it is left open. */
  readonly against: string | null;
  /** Goods that fulfil it by what they are: ids of concepts. */
  readonly unless: readonly string[];
  /** Other goods meet it by a value under the very name of its limit alone. */
  readonly labelled: boolean;
  readonly shown: RegExp;
}

const languages = { zh: wordsSchema, ru: wordsSchema, uk: wordsSchema, en: wordsSchema };
const fileSchema = z.strictObject({
  groups: z.array(z.array(z.strictObject({ said: z.array(z.string()).min(1), ...languages })).min(1)),
  needs: z.array(
    z.strictObject({
      entries: z.array(z.string()).min(1),
      missing: z.string(),
      against: z.string().optional(),
      unless: wordsSchema.optional(),
      labelled: z.boolean().default(false),
      notBehind: z.string().optional(),
      ...languages,
    }),
  ),
  answers: z.array(z.strictObject({ entries: z.array(z.string()).min(1), says: z.string(), ...languages })),
});

/** Reads control-conditions.yaml. Throws `catalogue-invalid`. */
export function loadControlConditions(folder: string = CATALOGUE_FOLDER): ControlConditions {
  const { groups, needs, answers } = parseCatalogueFile(readCatalogueFile(folder, 'control-conditions.yaml'), fileSchema);
  return {
    groups: groups.map((group) => group.map(({ said, ...words }): WordCondition => ({ said, shown: patternOf(words) }))),
    needs: new Map(
      needs.flatMap(({ entries, missing, against = null, unless = [], labelled, notBehind = '', ...words }) => {
        const need: EntryNeed = {
          missing,
          against,
          unless,
          labelled,
          shown: patternOf(words, notBehind === '' ? [] : notBehind.split(/, /)),
        };
        return entries.map((entry): [string, EntryNeed] => [entry, need]);
      }),
    ),
    answers: new Map(
      answers.flatMap(({ entries, says, ...words }) => {
        const answer: EntryAnswer = { says, shown: patternOf(words) };
        return entries.map((entry): [string, EntryAnswer] => [entry, answer]);
      }),
    ),
  };
}

const LETTER = String.raw`\p{Script=Latin}\p{Script=Cyrillic}`;

/** Any of the words: in Han characters anywhere, letters at the beginning of a word (`дрон` is not in гидронасос), what begins with a digit as a whole (4g is not in 2.4ghz). */
function patternOf(words: Readonly<Record<'zh' | 'ru' | 'uk' | 'en', readonly string[]>>, notBehind: readonly string[] = []): RegExp {
  const forms = Object.values(words)
    .flat()
    .map((word) => {
      const text = word
        .trim()
        .toLowerCase()
        .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
      if (/\p{Script=Han}/u.test(text)) return text;
      return /^\d/.test(text) ? `(?<![${LETTER}\\d.,])${text}(?![${LETTER}\\d])` : `(?<![${LETTER}])${text}`;
    });
  const behind = notBehind.length === 0 ? '' : `(?<!${notBehind.join('|')})`;
  return new RegExp(`${behind}(?:${forms.join('|') || '(?!)'})`, 'u');
}
