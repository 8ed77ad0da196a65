import type { Digest } from './digest.ts';
import type { CaseId, NoticeId } from './ids.ts';
import type { Notice } from './notice.ts';
import type { Span } from './span.ts';
import type { Triage } from './triage.ts';

export const CASE_STATES = ['open', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** `party` is a listing of a list; `report` is a notice of type `report`, added as `notice` or as `report`. */
export const CASE_ITEM_KINDS = ['notice', 'report', 'claim', 'party', 'publisher', 'capture'] as const;
export type CaseItemKind = (typeof CASE_ITEM_KINDS)[number];

/** What an item points to: the id of a notice, claim, listing or publisher, or the digest of a capture. */
export interface CaseItemRef {
  readonly kind: CaseItemKind;
  readonly id: string;
}

/** Words that a note hangs on: a stretch of the text that was read out of a capture of a notice. The words themselves are not kept with the note. */
export interface NotePlace extends Span {
  readonly notice: NoticeId;
  readonly capture: Digest;
}

/** What may be done to a case. Items, tasks, comments and notes are called by the number of the act that made them. */
export type CaseChange =
  | { readonly do: 'rename'; readonly title: string }
  | { readonly do: 'add'; readonly item: CaseItemRef; readonly why: string | null }
  | { readonly do: 'remove'; readonly item: number; readonly why: string | null }
  | { readonly do: 'task'; readonly text: string; readonly assignee: string | null; readonly due: string | null }
  | {
      readonly do: 'changeTask';
      readonly task: number;
      readonly done?: boolean;
      readonly text?: string;
      readonly assignee?: string | null;
      readonly due?: string | null;
    }
  | { readonly do: 'comment'; readonly text: string }
  | { readonly do: 'note'; readonly text: string; readonly on: NotePlace | null }
  | { readonly do: 'changeNote'; readonly note: number; readonly text: string }
  | { readonly do: 'close'; readonly why: string | null }
  | { readonly do: 'reopen'; readonly why: string | null };

/** What an act of the log of a case was. The last two are made by the store: what was done elsewhere to something that the case holds. */
export type CaseDone =
  | { readonly do: 'open'; readonly title: string }
  | CaseChange
  | { readonly do: 'triage'; readonly notice: NoticeId; readonly triage: Triage; readonly act: number; readonly why: string | null }
  | { readonly do: 'withdraw'; readonly claim: string; readonly why: string };

/** One act of the log of a case: it is only ever added to, and all that a case is follows from it. */
export interface CaseAct {
  /** 1, 2, 3 … without gaps in each case. */
  readonly no: number;
  readonly by: string;
  readonly at: string;
  readonly done: CaseDone;
}

export interface CaseItem extends CaseItemRef {
  readonly no: number;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
}

/** What a row says of a notice or report of a case, beside its title: no more of it is read for that. */
export type CaseNotice = Pick<
  Notice,
  'state' | 'publisher' | 'publishedAt' | 'firstSeenAt' | 'priority' | 'listed' | 'goods' | 'destination'
>;

/** An item as people see it: title of a notice, name of a party, address of a capture, who made a claim. */
export interface CaptionedItem extends CaseItem {
  /** Null where what it points to is gone. */
  readonly caption: string | null;
  /** Of a notice or report that is there. */
  readonly notice?: CaseNotice;
  /** Private persons whom title or publisher of a notice name, where they do; in no case that is shown masked. */
  readonly persons?: readonly string[];
}

export interface CaseTask {
  readonly no: number;
  readonly text: string;
  readonly assignee: string | null;
  /** ISO 8601 day. */
  readonly due: string | null;
  readonly by: string;
  readonly at: string;
  readonly done: { readonly by: string; readonly at: string } | null;
}

export interface CaseComment {
  readonly no: number;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

export interface CaseNote extends CaseComment {
  readonly on: NotePlace | null;
  readonly changed: { readonly by: string; readonly at: string } | null;
}

/** All that follows from the log of a case. */
export interface CaseContent {
  readonly title: string;
  readonly state: CaseState;
  readonly items: readonly CaseItem[];
  readonly tasks: readonly CaseTask[];
  /** Oldest first, as notes. */
  readonly comments: readonly CaseComment[];
  readonly notes: readonly CaseNote[];
}

/** One line of `case list --json`. */
export interface CaseSummary {
  readonly id: CaseId;
  readonly title: string;
  readonly state: CaseState;
  /** Who opened it. */
  readonly by: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Number of its latest act: it grows with every change. */
  readonly version: number;
  readonly items: number;
  readonly openTasks: number;
}

/** A note with the words that it hangs on; null where it hangs on none, or they are gone. */
export interface QuotedNote extends CaseNote {
  readonly words: string | null;
}

/** `case show --json`. */
export interface Case extends Omit<CaseSummary, 'items' | 'openTasks'>, Pick<CaseContent, 'tasks' | 'comments'> {
  readonly items: readonly CaptionedItem[];
  readonly notes: readonly QuotedNote[];
}
