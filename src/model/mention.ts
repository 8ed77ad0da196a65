import type { Lang } from './reading.ts';
import type { Span } from './span.ts';

export type MentionKind = 'good' | 'party' | 'place' | 'parameter' | 'code' | 'tradeName' | 'intent' | 'date' | 'contact';

/** What a term does in its sentence. Only `goods` counts towards a notice's goods. */
export type Role = 'goods' | 'part' | 'service' | 'show' | 'toy' | 'software' | 'place' | 'news' | 'merchandise' | 'other';

/** A span of a text that names something. `text.slice(start, end)` of the text scanned is `text` here. */
export interface Mention extends Span {
  readonly kind: MentionKind;
  readonly text: string;
  readonly lang: Lang;
  /** Goods concept, for goods, trade names and part numbers. */
  readonly concept?: string;
  /** Catalogue id of what is named: `RU` of a place, `seek` of an intent, the maker of a trade name. */
  readonly id?: string;
  readonly role?: Role;
  /** It counts towards the goods of its text: goods, a trade name, a part number or a heading in the role of goods. */
  readonly counted: boolean;
  /** `hard`: enough alone to name the concept; `soft`: wanted a second signal, and had it. */
  readonly strength: 'hard' | 'soft';
  /** One plain sentence for a reader: maker and country, why a role was given, what spoke against. */
  readonly note?: string;
  /** What of the catalogue found it, where a scan was asked for that; never kept. */
  readonly rule?: MentionRule;
}

/** A line of the catalogue. */
export interface MentionRule {
  /** As its file has it, an upright bar at the end of what all forms of a word share; of a part number the pattern, of a code the code that it falls under. */
  readonly term: string;
  readonly kind:
    | 'term'
    | 'translationese'
    | 'abbreviation'
    | 'slang'
    | 'designation'
    | 'tradeName'
    | 'partNumber'
    | 'intent'
    | 'place'
    | 'code';
  readonly lang: Lang;
  /** File in the catalogue: `goods/radar.yaml`. */
  readonly source: string;
}

/**
 * What was told of a text up to a bound and no further: mentions of one term, codes, line items, or values. Bounds are far above what notices have;
 * they keep time and memory in proportion for texts that are made to cost both.
 */
export const CUTS = ['mentions', 'codes', 'items', 'parameters'] as const;
export type Cut = (typeof CUTS)[number];

/** Answer of the scanner for one text. `goods` are the concepts of mentions in the role of goods, in order of first mention. */
export interface Scan {
  readonly lang: Lang;
  readonly mentions: readonly Mention[];
  readonly goods: readonly string[];
  /** Only where something was cut off. */
  readonly cut?: readonly Cut[];
  /** Version of code and catalogue, as a short hash. */
  readonly recipe: string;
}
