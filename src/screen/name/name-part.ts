import type { NamePartKind } from '../../model/match.ts';
import type { PartySchema } from '../../model/party.ts';

/** What kind of name is analysed: each has its own words that tell nothing apart. */
export type NameFamily = 'person' | 'organisation' | 'vessel';

/** How a key of a part may have come about. */
export const WRITTEN_BY = ['spelling', 'reading', 'glossary', 'number', 'called'] as const;

/** One unit of a name, brought to keys that any writing of it shares. */
export interface NamePart {
  readonly kind: NamePartKind;
  /** As written, and where: UTF-16 offsets in the name. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A word written in Latin letters: those, lower-case. */
  readonly latin?: string | undefined;
  /**
   * What it may be written as, most usual first: skeletons of words (`haige`), `#concept` of the glossary, `=702` numbers, `.j` initials.
   * Two parts correspond where any of their keys do.
   */
  readonly keys: readonly string[];
  /** How much it tells parties apart: 0 (a form) to 1 (a rare word). */
  readonly weight: number;
  /** Information in bits: −log2 of its share of names. */
  readonly bits: number;
  /** How the first key came about. */
  readonly by: (typeof WRITTEN_BY)[number];
  /** Of parts that one written word stands for (НИИ, Спецмаш): its key as a plain word, in case the other side writes it so. */
  readonly whole?: string | undefined;
  /** First letters of what it is in Russian, small: нии, ц. */
  readonly russian?: string | undefined;
  /** Index of the first part made of the same text: one word may stand for several concepts (НИИ: research, institute). */
  readonly group: number;
  /** Of words that are remembered: parts of one number are words of the same keys, and of the same letters where they are Latin. */
  readonly known?: number | undefined;
}

/** The part with another group: an object with all fields in one order, whatever it was made of, since code that reads objects of many layouts is slow. */
export function inGroup(part: NamePart, group: number): NamePart {
  const { kind, text, start, end, latin, keys, weight, bits, by, whole, russian, known } = part;
  return { kind, text, start, end, latin, keys, weight, bits, by, whole, russian, group, known };
}

/** The part that a word at this place of a name makes, whatever place it had before, of at most so many bits. */
export function placedPart(
  { kind, latin, keys, weight, bits, by, whole, russian, known }: NamePart,
  name: string,
  { start, end }: { readonly start: number; readonly end: number },
  group: number,
  mostBits: number,
): NamePart {
  const text = name.slice(start, end);
  return { kind, text, start, end, latin, keys, weight, bits: Math.min(bits, mostBits), by, whole, russian, group, known };
}

/** A word that the catalogue gives for a name in Han: Hikvision, for 海康威视. */
export function isCalling(part: Pick<NamePart, 'kind' | 'by'> | undefined): boolean {
  return part?.by === 'called';
}

export interface AnalysedName {
  readonly name: string;
  readonly family: NameFamily;
  readonly parts: readonly NamePart[];
  /** Only a part of what is written: what a bracket leaves out, or holds. */
  readonly piece?: true;
  /**
   * Nothing says whose name it is, and it has a word that people are called by: of two such names only the readings as persons' are set against each other, since as
   * organisations' two common words of persons' names would tell too much.
   */
  readonly anyones?: true;
}

/** What of a part is shown to who asks why two names match. */
export type ShownPart = Pick<NamePart, 'kind' | 'text' | 'by' | 'keys'>;

/** A name as it is shown. */
export interface ShownName {
  readonly parts: readonly ShownPart[];
  readonly piece?: boolean;
}

export function familyOf(schema: PartySchema | undefined): NameFamily {
  if (schema === 'Person') return 'person';
  return schema === 'Vessel' || schema === 'Airplane' ? 'vessel' : 'organisation';
}
