import type { Brand } from './brands.ts';
import type { Calques } from './calques.ts';
import type { CompoundWords } from './compound-words.ts';
import type { ItemWords } from './items.ts';
import type { Role } from '../model/mention.ts';
import type { Lang } from '../model/reading.ts';

/** The catalogue as the pure core uses it: knowledge as data, read once, never changed. */
export interface Catalogue {
  /** Short hash of every file that was read: part of the recipe of derived results. */
  readonly recipe: string;
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly terms: readonly Term[];
  readonly codes: readonly ListedCode[];
  readonly intents: readonly NamedPhrase[];
  readonly places: readonly NamedPhrase[];
  readonly roleWords: readonly RoleWord[];
  /** Country (ISO 3166-1 alpha-2) of a maker, where known. */
  readonly makers: ReadonlyMap<string, string>;
  /** Names of makers and products that are goods with a designation behind them. */
  readonly brands: readonly Brand[];
  /** What names of goods are made of. */
  readonly calques: Calques;
  readonly compounds: CompoundWords;
  /** How notices list and count what they want. */
  readonly items: ItemWords;
}

/** A kind of goods. Codes and controls are candidates for a person to check, never a classification. */
export interface Concept {
  readonly id: string;
  readonly definition: string;
  readonly civilUse: 'low' | 'medium' | 'high';
  /** Where its terms are from, most of them first. */
  readonly sources: readonly string[];
  readonly hs6: readonly string[];
  /** References to control entries that may apply: see `controlsOf` in controls.ts. */
  readonly controls: readonly string[];
  /** Reference → why that entry does not cover these goods, though it is often named for them. */
  readonly notControls: Readonly<Record<string, string>>;
  readonly chpl: Readonly<Record<string, string>>;
}

/**
 * A phrase to find. With Han characters in it, it is found anywhere; otherwise word by word, blanks and hyphens alike.
 * An upright bar in a word ends the part that all its forms share: `подавител|ь дрон|ов`.
 */
export interface Phrase {
  readonly text: string;
  readonly lang: Lang;
  readonly strength: 'hard' | 'soft';
}

export type TermKind = 'term' | 'translationese' | 'abbreviation' | 'slang' | 'designation' | 'tradeName' | 'partNumber';

export interface Term extends Phrase {
  /** Concept id, or null for a phrase that only keeps a shorter term inside it from being taken for goods ("laser printer"). */
  readonly concept: string | null;
  readonly kind: TermKind;
  /** Letter case must agree too. */
  readonly matchCase: boolean;
  readonly guards: Guards;
  readonly maker?: string;
  /** A collective name ("drone equipment"): where goods of these concepts are named in the same text, it stands for them and counts for nothing itself. */
  readonly yieldsTo?: readonly string[];
  /** Other concepts that claim the same term, on purpose: the goods are both. */
  readonly also?: readonly string[];
  readonly note?: string;
}

/** What must not stand near a term, and what must stand somewhere in the text. Words stand for all words that begin with them. */
export interface Guards {
  readonly notBefore: readonly string[];
  readonly notAfter: readonly string[];
  readonly needs: readonly string[];
  /** One of these must stand in the same clause, before it or behind it. */
  readonly beside?: readonly string[];
}

/** `id` is an intent (`buy`) or a place (`RU-MOW`). */
export interface NamedPhrase extends Phrase {
  readonly id: string;
  /** Of an intent. */
  readonly guards?: Guards;
}

export type CodeScheme = 'hs' | 'eccn' | 'okpd2' | 'cpv' | 'cas' | 'cnProcurement' | 'cnTariff' | 'cnControl' | 'fsc';

/** A classification code whose heading names a kind of goods. */
export interface ListedCode {
  readonly scheme: CodeScheme;
  readonly code: string;
  readonly concept: string;
  /** The heading is named for these goods, though others fall under it too. */
  readonly own?: true;
}

/** A word that, beside a term, says what the term does in its sentence. */
export interface RoleWord extends Phrase {
  readonly role: Role;
  /** On which side of the term it counts. */
  readonly side: 'before' | 'after' | 'both';
  /** Farthest distance from the term, in characters. */
  readonly within: number;
  /** Ends the phrase that the term stands in: Chinese role words behind it do not count. */
  readonly closes: boolean;
  /** Governs the rest of its sentence, across commas and colons ("souvenirs: …"), not only of its clause. */
  readonly frame: boolean;
  /** Only where other goods stand before it in the clause: "bearings *for* a lathe" makes the lathe the host of a part. */
  readonly needsHead: boolean;
  /** Only for these concepts, or for all. */
  readonly concepts: readonly string[] | null;
}
