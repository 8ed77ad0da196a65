import type { Claim, Copy, NoticeInFull, Observation } from '../../api/routes.gen.ts';

export type TimelineKind = 'published' | 'seen' | 'edited' | 'removed' | 'blocked' | 'unreachable' | 'back' | 'copy' | 'claim' | 'report';

/** Something that happened, and what shows it. `at` alone is a moment or a day; with `until` it happened, or lasted, between the two. */
export interface TimelineEntry {
  readonly key: string;
  readonly kind: TimelineKind;
  readonly at: string;
  readonly until: string | null;
  readonly of: { readonly kind: 'notice' | 'report' | 'claim'; readonly id: string; readonly title: string; readonly who: string | null };
  /** Of a copy: what it is a copy of, or what appeared. */
  readonly other: { readonly id: string; readonly title: string } | null;
  readonly copyKind: Copy['kind'] | null;
  /** The visit that shows it; null where none does. */
  readonly visit: Pick<Observation, 'state' | 'reason' | 'removalKind' | 'basis'> | null;
  readonly capture: string | null;
  /** Entry of the log with the bytes of the capture; and the one with what the visit showed. */
  readonly captureIndex: number | null;
  readonly logIndex: number | null;
  /** Of a claim whose day nobody knows: `at` is when it was recorded. */
  readonly recorded: boolean;
}

export interface TimelineOf {
  readonly notices: readonly NoticeInFull[];
  readonly copies: ReadonlyMap<string, readonly Copy[]>;
  readonly claims: readonly Claim[];
}

type Made = Partial<TimelineEntry> & Pick<TimelineEntry, 'kind' | 'at'>;

/** Everything of a case that has a time, the earliest first. Pure. What is only known to lie between two visits is an interval. */
export function timelineOf({ notices, copies, claims }: TimelineOf): readonly TimelineEntry[] {
  const entries = [
    ...notices.flatMap((notice) => (notice.type === 'report' ? [reported(notice)] : lifeOf(notice))),
    ...copiesOf(notices, copies),
    ...claims.filter(({ withdrawn }) => withdrawn === null).map(claimed),
  ];
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other) || rankOf(one) - rankOf(other) || (one.key < other.key ? -1 : 1));
}

/** At one moment a notice is published before it is a copy of another, and before anybody speaks of it. */
function rankOf({ kind }: Pick<TimelineEntry, 'kind'>): number {
  return kind === 'published' || kind === 'report' ? 0 : kind === 'copy' ? 2 : kind === 'claim' ? 3 : 1;
}

const LAST_OF_DAY_MS = 86_399_999;

/** What happened between two visits stands where it was seen; what lasted, where it began; what was said on a day at no known hour, after what has one. */
function placeOf({ kind, at, until }: Pick<TimelineEntry, 'kind' | 'at' | 'until'>): number {
  if (kind === 'claim' && /^\d{4}-\d{2}-\d{2}$/.test(at)) return Date.parse(at) + LAST_OF_DAY_MS;
  const lasted = kind === 'blocked' || kind === 'unreachable';
  return Date.parse(lasted ? at : (until ?? at));
}

function entry(of: TimelineEntry['of'], made: Made): TimelineEntry {
  const blank = {
    until: null,
    other: null,
    copyKind: null,
    visit: null,
    capture: null,
    captureIndex: null,
    logIndex: null,
    recorded: false,
  };
  return { ...blank, ...made, of, key: `${of.id} ${made.kind} ${made.at} ${made.other?.id ?? ''}` };
}

function ofNotice({ type, id, title, url, publisher }: NoticeInFull): TimelineEntry['of'] {
  return { kind: type, id, title: title ?? url, who: publisher };
}

function reported(report: NoticeInFull): TimelineEntry {
  const shown = shownBy(report.observations[0]);
  const captureIndex = entryOf(report, shown.capture);
  return entry(ofNotice(report), { kind: 'report', at: report.publishedAt ?? report.firstSeenAt, ...shown, captureIndex });
}

function shownBy(observation: Observation | undefined): Pick<TimelineEntry, 'capture' | 'logIndex' | 'visit'> {
  return {
    capture: observation?.capture ?? observation?.confirms ?? null,
    logIndex: observation?.logIndex ?? null,
    visit: observation ?? null,
  };
}

function lifeOf(notice: NoticeInFull): readonly TimelineEntry[] {
  const of = ofNotice(notice);
  const made: Made[] = [];
  if (notice.publishedAt !== null) made.push({ kind: 'published', at: notice.publishedAt });
  made.push({ kind: 'seen', at: notice.firstSeenAt, ...shownBy(notice.observations.find(stands)) });
  let stood: Observation | undefined;
  let before: Observation | undefined;
  let failing: (Made & { until: string | null }) | undefined;
  for (const seen of notice.observations.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    if (seen.state === 'blocked' || seen.state === 'unreachable') {
      if (failing?.kind === seen.state) failing.until = seen.at;
      else made.push((failing = { kind: seen.state, at: seen.at, until: null, ...shownBy(seen) }));
      continue;
    }
    failing = undefined;
    if (seen.state === 'changed') made.push(interval('edited', stood, seen));
    if (seen.state === 'removed' && before?.state !== 'removed') made.push(interval('removed', stood, seen));
    if (seen.state === 'present' && before?.state === 'removed') made.push(interval('back', before, seen));
    if (stands(seen)) stood = seen;
    before = seen;
  }
  return made.map((one) => entry(of, { ...one, captureIndex: entryOf(notice, one.capture) }));
}

/** Of the log: where the bytes of a capture stand. */
function entryOf({ captures }: NoticeInFull, capture: string | null | undefined): number | null {
  return captures.find(({ sha256 }) => sha256 === capture)?.logIndex ?? null;
}

function interval(kind: TimelineKind, from: Observation | undefined, to: Observation): Made {
  return { kind, at: from?.at ?? to.at, until: from === undefined ? null : to.at, ...shownBy(to) };
}

function stands({ state }: Observation): boolean {
  return state === 'present' || state === 'changed';
}

/** Of two that are copies, the later appeared as a copy of the earlier; each pair once. */
function copiesOf(notices: readonly NoticeInFull[], copies: TimelineOf['copies']): readonly TimelineEntry[] {
  const pairs = new Map<string, TimelineEntry>();
  for (const notice of notices)
    for (const { kind, other } of copies.get(notice.id) ?? []) {
      const pair = [notice.id, other.id].toSorted().join(' ');
      if (pairs.has(pair)) continue;
      const mine = {
        id: notice.id,
        title: notice.title ?? notice.url,
        who: notice.publisher,
        at: notice.publishedAt ?? notice.firstSeenAt,
      };
      const theirs = { id: other.id, title: other.title ?? other.url, who: other.publisher, at: other.publishedAt ?? other.firstSeenAt };
      const [first, later] = Date.parse(mine.at) <= Date.parse(theirs.at) ? [mine, theirs] : [theirs, mine];
      const { at, ...copy } = later;
      pairs.set(
        pair,
        entry({ kind: 'notice', ...copy }, { kind: 'copy', at, other: { id: first.id, title: first.title }, copyKind: kind }),
      );
    }
  return [...pairs.values()];
}

function claimed(claim: Claim): TimelineEntry {
  return entry(
    { kind: 'claim', id: claim.id, title: claim.quote, who: claim.who },
    { kind: 'claim', at: claim.saidAt ?? claim.recordedAt, capture: claim.capture, recorded: claim.saidAt === null },
  );
}

/** Entries by the day, in UTC, on which they stand. */
export function byDay(entries: readonly TimelineEntry[]): readonly (readonly [day: string, entries: readonly TimelineEntry[]])[] {
  return [...Map.groupBy(entries, (one) => new Date(placeOf(one)).toISOString().slice(0, 10))];
}
