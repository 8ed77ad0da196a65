import type { Span } from './span.ts';
import type { TradeRole } from './trade-party.ts';

/** What a word of a name is. Only `word`, `place` and `number` tell parties apart; forms and trade words alone never make a hit. */
export type NamePartKind = 'word' | 'initial' | 'place' | 'trade' | 'form' | 'number' | 'title' | 'particle';

/** How two parts of names correspond. */
export type PartLink = 'same' | 'spelling' | 'typing' | 'reading' | 'translation' | 'initial' | 'joined' | 'missing' | 'different';

/** One line of an alignment that a reviewer can read: `海格 ↔ HAIGE reading`. `a` is of the query, `b` of the listed name; null where nothing stands against it. */
export interface AlignedPart {
  readonly a: string | null;
  readonly b: string | null;
  readonly kind: NamePartKind;
  readonly link: PartLink;
  /** 0 to 1. */
  readonly similarity: number;
}

/** Why a score is what it is. */
export interface Explanation {
  /** The alignment in one line: `广州 = Guangzhou place; 海格 ↔ HAIGE reading; 通信 = COMM trade word; 集团 = GRP form`. */
  readonly text: string;
  readonly alignment: readonly AlignedPart[];
  /** Facts beside the name, in plain words: `country agrees (CN)`, `born 1958 against 1961`, `INN 7707083893 agrees, check digits hold`. */
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** A queried name against a listed party; one element of `matches` in `screen --json`. */
export interface Match {
  /** Names this match for `decide`; the same in every run while subject and listing keep their ids. */
  readonly key: string;
  /** Party id. */
  readonly id: string;
  readonly caption: string;
  readonly matchedName: string;
  /** The name that was asked about and matched, where the query has several. */
  readonly queriedName?: string;
  /** Calibrated probability that both are the same, 0 to 1. */
  readonly score: number;
  /** Name of the list and id of the listing whose name matched. */
  readonly list: string;
  readonly listing: string;
  readonly explanation: Explanation;
}

/**
 * A match found in a notice; one element of `matches` in `show --json`. Offsets are UTF-16 of the reading's text; both are 0 where the name is the
 * value of a field and does not stand in the text.
 */
export interface TextMatch extends Match, Span {
  readonly text: string;
  /** The field that has the name as its value: `publisher`, `author`, or a site's own. Absent for a name found by reading the text. */
  readonly field?: string;
  /** What the notice says that the party does in its trade, where it says so. */
  readonly role?: TradeRole;
}

export type Verdict = 'hit' | 'cleared' | 'unsure';

/** Scores from here on are called hits unless the user says otherwise. Fixed before any measurement on `cases.csv`. */
export const HIT_THRESHOLD = 0.7;
