import type { NoticeId } from './ids.ts';

export const TRIAGE_STATES = ['new', 'dismissed', 'escalated'] as const;
export type TriageState = (typeof TRIAGE_STATES)[number];

/** What people have made of a notice so far. */
export interface Triage {
  readonly state: TriageState;
  /** Whose it is to look at; null where it is nobody's. */
  readonly assignee: string | null;
}

export const UNTOUCHED: Triage = { state: 'new', assignee: null };

export const TRIAGE_DOINGS = ['dismiss', 'escalate', 'reopen', 'assign', 'undo'] as const;
export type TriageDoing = (typeof TRIAGE_DOINGS)[number];

/** `reopen` makes it new again; `undo` takes back the latest act that nobody took back yet. */
export type TriageDo =
  | { readonly do: Exclude<TriageDoing, 'assign' | 'undo'> }
  /** `of`: numbers of the acts that may be taken back; where another one came since, nobody’s act is taken back in its place. */
  | { readonly do: 'undo'; readonly of?: readonly number[] }
  /** Null: it is nobody's any more. */
  | { readonly do: 'assign'; readonly assignee: string | null };

/** One act about one notice. Acts are only ever added: what was taken back stays, with the act that took it back. */
export interface TriageAct {
  /** Rising over all notices of a home. */
  readonly no: number;
  /** As it was named then; the notice it was merged into answers for it. */
  readonly notice: NoticeId;
  readonly do: TriageDoing;
  readonly why: string | null;
  readonly by: string;
  readonly at: string;
  readonly before: Triage;
  readonly after: Triage;
  /** Of `undo`: the act that was taken back. */
  readonly undoes: number | null;
}

/** What a notice is after an act; `undone` is the act that `undo` takes back. */
export function triageAfter(before: Triage, act: TriageDo, undone?: Pick<TriageAct, 'before'>): Triage {
  switch (act.do) {
    case 'dismiss':
      return { ...before, state: 'dismissed' };
    case 'escalate':
      return { ...before, state: 'escalated' };
    case 'reopen':
      return { ...before, state: 'new' };
    case 'assign':
      return { ...before, assignee: act.assignee };
    case 'undo':
      return undone?.before ?? before;
  }
}

export function isSameTriage(one: Triage, other: Triage): boolean {
  return one.state === other.state && one.assignee === other.assignee;
}
