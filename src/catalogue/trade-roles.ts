import { z } from 'zod';
import { TRADE_PARTY_KINDS, TRADE_ROLES } from '../model/trade-party.ts';
import type { TradeParty, TradeRole } from '../model/trade-party.ts';
import type { Phrase } from './catalogue.ts';
import { commaWords } from './comma-words.ts';
import { parsePhraseList } from './phrase-list.ts';
import { CATALOGUE_FOLDER, parseCatalogueFile, readCatalogueFile } from './yaml-file.ts';

const KINDS_OF_WORD = [
  'label',
  'section',
  'name',
  'cue',
  'behind',
  'deal',
  'noun',
  'modifier',
  'alone',
  'we',
  'ending',
  'form',
  'body',
  'boundary',
  'toward',
  'through',
  'crossing',
  'market',
  'handover',
  'deadline',
  'channel',
] as const;

/** A word that says who does what; trade-roles.yaml says what each kind means. */
export interface TradeWord extends Phrase {
  readonly is: (typeof KINDS_OF_WORD)[number];
  readonly role: TradeRole | null;
  readonly kind: TradeParty['kind'];
  /** Of a noun: a party whatever else the sentence says; of a word before places: without a preposition too. */
  readonly free: boolean;
}

/** trade-roles.yaml as the pure core uses it. */
export interface TradeRoles {
  readonly words: readonly TradeWord[];
  /** By language, without its place. */
  readonly prepositions: readonly string[];
  readonly copulas: readonly string[];
  /** Name of a month in lower case → 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  readonly honorifics: readonly string[];
  readonly hidden: readonly string[];
  readonly sentences: readonly string[];
  /** Last characters of addresses and houses in Chinese. */
  readonly placeEndings: readonly string[];
  /** Words by which a place is pointed at and not named. */
  readonly unnamedPlaces: Readonly<Record<'anywhere' | 'first' | 'alone', readonly string[]>>;
  /** Words of a value that says when, or on which terms, and no place: trade terms, what stands before a limit or begins such a value, periods. */
  readonly terms: Readonly<Record<'trade' | 'until' | 'begin' | 'periods', readonly string[]>>;
}

const lang = z.enum(['zh', 'ru', 'uk', 'en']);
const schema = z.strictObject({
  words: z.array(
    z.strictObject({
      is: z.enum(KINDS_OF_WORD),
      lang,
      role: z.enum(TRADE_ROLES).nullable().default(null),
      kind: z.enum(TRADE_PARTY_KINDS).default('organisation'),
      free: z.boolean().default(false),
      list: z.string().min(1),
    }),
  ),
  prepositions: z.partialRecord(lang, commaWords),
  copulas: commaWords,
  months: z.partialRecord(
    lang,
    commaWords.refine((names) => names.length === 12, 'twelve months'),
  ),
  honorifics: commaWords,
  hidden: commaWords,
  sentences: commaWords,
  placeEndings: commaWords,
  unnamedPlaces: z.strictObject({ anywhere: commaWords, first: commaWords, alone: commaWords }),
  terms: z.strictObject({ trade: commaWords, until: commaWords, begin: commaWords, periods: commaWords }),
});

/** Reads trade-roles.yaml of the catalogue in `folder`. Throws `catalogue-invalid`. */
export function loadTradeRoles(folder: string = CATALOGUE_FOLDER): TradeRoles {
  const data = parseCatalogueFile(readCatalogueFile(folder, 'trade-roles.yaml'), schema);
  return {
    words: data.words.flatMap(({ list, ...word }) =>
      parsePhraseList(list).map(({ text }): TradeWord => ({ ...word, text, strength: 'hard' })),
    ),
    prepositions: Object.values(data.prepositions).flat(),
    copulas: data.copulas,
    months: new Map(Object.values(data.months).flatMap((names) => names.map((name, at): [string, number] => [name, at + 1]))),
    honorifics: data.honorifics,
    hidden: data.hidden,
    sentences: data.sentences,
    placeEndings: data.placeEndings,
    unnamedPlaces: data.unnamedPlaces,
    terms: data.terms,
  };
}
