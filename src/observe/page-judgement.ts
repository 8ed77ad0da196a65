import type { LearnedPage } from '../model/learned-page.ts';
import type { RemovalKind } from '../model/observation.ts';
import type { PageLook } from '../model/page-look.ts';
import type { PageReading } from '../model/reading.ts';
import type { Shown, Witness } from './witness.ts';

/** A page as a visit read it, with what it looks like. */
export interface SeenPage {
  readonly reading: PageReading;
  readonly look: PageLook;
}

/** One answer for the address of a notice, and what is known of the notice and its host. */
export interface PageToJudge {
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  /** By the reader, status and all. */
  readonly seen: SeenPage;
  /** The same bytes read as if the status were 200. */
  readonly asPage: PageReading;
  /** The latest page that showed the notice; null before the first. */
  readonly known: SeenPage | null;
  readonly learned: readonly LearnedPage[];
  /** Another notice of the same host that stood there shortly before: the site is up, and shows its notices to us. Null where none was seen. */
  readonly standing: StandingNotice | null;
  /** The other followed notice to whose address the visit was led, if it was. */
  readonly ledToOther?: FollowedElsewhere | null;
}

/** Another notice that is followed, as it was last seen. */
export interface FollowedElsewhere {
  readonly url: string;
  readonly page: SeenPage;
}

export interface StandingNotice {
  readonly url: string;
  readonly at: string;
  /** Of the visit that showed it, where it was visited for this judgement. */
  readonly capture?: string | null;
}

/** What an answer shows of the notice, with its evidence in words: a sign, a status, or a learned page and its capture. */
export type PageJudgement =
  | { readonly state: 'present'; readonly reason: string | null; readonly basis: string | null; readonly reading: PageReading }
  | { readonly state: 'removed'; readonly kind: RemovalKind; readonly reason: string; readonly basis: string }
  | { readonly state: 'blocked' | 'unreachable'; readonly reason: string; readonly basis: string };

export interface PageJudge {
  /** Judges one answer. Pure. */
  judge(page: PageToJudge): PageJudgement;
  /** True where it would help to know what the site answers for an address that never existed. */
  asksForProbe(page: PageToJudge, judgement: PageJudgement): boolean;
  /** True where it would decide what the site shows at another address. */
  asksForWitness(page: PageToJudge, judgement: PageJudgement): boolean;
  /** Whom to ask; `followed`: another notice of the site that is followed, the last that was seen to stand. Pure. */
  witnesses(page: PageToJudge, judgement: PageJudgement, followed: string | null): readonly Witness[];
  /** What an answer of a witness shows. Pure. */
  shownBy(page: PageToJudge, other: OtherAnswer): Shown;
  /** Why an answer to a probe teaches nothing, or null where it does; `front` is the front page of the same minute. Pure. */
  useless(absent: Answer, front: Answer | null): string | null;
}

/** An answer for another address. */
export interface OtherAnswer extends Answer {
  readonly url: string;
  readonly finalUrl: string;
}

/** An answer to a probe. */
export interface Answer {
  readonly status: number;
  readonly reading: PageReading;
  readonly look: PageLook | null;
}

/** What is particular about a present page, and stays so while its reading is the same. */
export function lastingReason(reason: string | null): string | null {
  return reason === 'emptied' || reason === 'replaced' || reason === 'withheld in part' ? reason : null;
}

export function present(reading: PageReading, reason: string | null, basis: string | null): PageJudgement {
  return { state: 'present', reason, basis, reading };
}

export function removed(kind: RemovalKind, reason: string, basis: string): PageJudgement {
  return { state: 'removed', kind, reason, basis };
}

export function unreachable(reason: string, basis: string): PageJudgement {
  return { state: 'unreachable', reason, basis };
}

export function blocked(reason: string, basis: string): PageJudgement {
  return { state: 'blocked', reason, basis };
}

/** How a basis cites another notice that stood. */
export function stoodThere({ url, at, capture }: StandingNotice): string {
  return `while ${url} stood there at ${at}${capture ? ` (capture ${capture})` : ''}`;
}

/** Words of a page as a basis cites them. */
export function short(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
