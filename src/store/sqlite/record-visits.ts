import type { Digest } from '../../model/digest.ts';
import type { NoticeId, SourceId } from '../../model/ids.ts';
import type { ObservationState } from '../../model/observation.ts';
import type { NewNotice, SourceItem } from '../../model/source.ts';
import { hostOf } from '../../model/host-of.ts';
import { mergeFollow } from '../merge-follow.ts';
import { summaryOfItem } from '../item-summary.ts';
import type { NoticeVisit, RecordedVisit, SourceVisit, Visit } from '../port.ts';
import { dueAtOnce } from '../schedule-row.ts';
import type { ExtrasTable } from './extras.ts';
import type { EvidenceRows } from './evidence-rows.ts';
import type { HostSlots } from './host-slots.ts';
import type { NoticeChanges } from './notice-changes.ts';
import type { LearnedPages } from './learned-pages.ts';
import { beginningOf, isLong, type FurtherItems } from './long-lists.ts';
import type { NoticeMerge } from './merge.ts';
import { followOf } from './notice-rows.ts';
import type { NoticeRow, NoticeRows } from './notice-rows.ts';
import type { ScheduleTable } from './schedule.ts';
import type { SourceTable } from './sources.ts';
import type { UnlistedTable } from './unlisted.ts';

/** A long list is recorded to its end within this time, or its process has died. */
const RECORDED_WITHIN_MS = 10 * 60_000;

interface Tables {
  readonly evidence: EvidenceRows;
  readonly notices: NoticeRows;
  readonly changes: NoticeChanges;
  readonly extras: ExtrasTable;
  readonly schedule: ScheduleTable;
  readonly slots: HostSlots;
  readonly sources: SourceTable;
  readonly merging: NoticeMerge;
  readonly learned: LearnedPages;
  readonly unlisted: UnlistedTable;
}

/**
 * Writes what one visit leaves behind, in this order: probes, capture, observation or check, dropped file, merges; then state and schedule. Of a long list that is its beginning:
 * the rest is for `recordFurther`.
 */
export function visitRecorder({ evidence, notices, changes, extras, schedule, slots, sources, merging, learned, unlisted }: Tables) {
  const record = (visit: Visit): RecordedVisit => {
    if (visit.kind === 'notice') recordProbes(visit);
    if (visit.capture !== null) evidence.capture(visit.capture.record, visit.capture.warc, isLong(visit));
    const recorded = visit.kind === 'notice' ? recordNotice(visit) : recordSource(visit);
    slots.settle(visit.claim.host, visit.host, Date.parse(visit.kind === 'notice' ? visit.observation.at : visit.check.at));
    slots.free(visit.claim);
    return recorded;
  };
  return { record, recordFurther };

  function recordProbes({ probes = [] }: NoticeVisit): void {
    for (const { record, capture } of probes) {
      if (capture !== null) evidence.capture(capture.record, capture.warc);
      evidence.probe(record);
    }
  }

  function recordNotice(visit: NoticeVisit): RecordedVisit {
    const { observation, claim, drop } = visit;
    const logIndex = evidence.observation(observation);
    for (const page of visit.learned ?? []) learned.learn(page);
    if (drop !== null)
      evidence.drop({ type: 'drop', sha256: drop.sha256, keptInstead: drop.keptInstead, at: observation.at, reason: drop.reason });

    const row = notices.require(claim.noticeId);
    const seen = observation.state === 'present' || observation.state === 'changed' ? observation.at : null;
    if (row.id === claim.noticeId) notices.putFollow(row, visit.follow, seen);
    else {
      // It was merged while this visit was under way: the joined history goes on, this visit is part of it.
      const joined = mergeFollow(
        { follow: followOf(row), firstPresentAt: row.first_present_at },
        { follow: { ...visit.follow, visits: 1 }, firstPresentAt: null },
        merging.versionsOf(row.id),
      );
      notices.putFollow(row, joined, seen);
    }
    notices.putOutcome(row, observation.at, observation.state);
    noteChange(visit, row, logIndex);

    const id = join(row.id, visit.aliases, claim.url, observation.at);
    for (const extra of visit.extras ?? []) extras.want(id, extra, observation.at, observation.capture ?? observation.confirms);
    if (visit.due !== null) schedule.setDue(id, row.host, visit.due, Date.parse(observation.at));
    else schedule.remove(id);
    return { noticeId: id, newNotices: [], logIndex };
  }

  /** A first visit, another state, or another version: what rules of alerts are asked about. */
  function noteChange({ observation }: NoticeVisit, before: NoticeRow, logIndex: number): void {
    const now = notices.require(before.id).state;
    const from = before.last_visit_at === null ? null : stateTold(before, logIndex);
    // A removal that was seen once is none yet, and what was seen is no sign that the notice stands again.
    if (from !== null && observation.state === 'removed' && now !== 'removed') return;
    if (from !== now || observation.state === 'changed') changes.state(before.id, observation.at, from, now);
  }

  /** What rules were told last: before a removal that waits for its second sighting, a block or an error may have stood. */
  function stateTold(before: NoticeRow, logIndex: number): ObservationState {
    const { removal } = followOf(before);
    if (removal === null || removal.confirmedAt !== null) return before.state;
    const seen = changes.seenBeforeRemoval(before.id, logIndex);
    return seen === 'blocked' || seen === 'unreachable' ? seen : before.state;
  }

  function recordSource(visit: SourceVisit): RecordedVisit {
    const { check, claim } = visit;
    const atMs = Date.parse(check.at);
    const logIndex = evidence.check(check);
    const { items, memory } = beginningOf(visit);
    sources.recordCheck({ ...visit, memory }, atMs);
    const newNotices = list(claim.source.id, items, check.at);
    const missing = visit.hurry.flatMap((hurried) => notices.resolve(hurried) ?? []);
    for (const id of missing) schedule.hurry(id, atMs);
    unlisted.record(claim.source.id, missing, visit.health.ok ? visit.memory.listed : undefined, check.at);
    // An earlier list that broke off gets no further: its texts are read as far as there are notices. Another process may still be recording one that is new.
    if (claim.memory.capture !== undefined)
      evidence.readNow(claim.memory.capture as Digest, new Date(atMs - RECORDED_WITHIN_MS).toISOString());
    return { noticeId: null, newNotices, logIndex };
  }

  function recordFurther({ source, items, at, memory, capture }: FurtherItems): readonly NewNotice[] {
    const newNotices = list(source, items, at);
    if (memory !== null) sources.remember(source, memory);
    if (capture !== null) evidence.readNow(capture, at);
    return newNotices;
  }

  /** Notices of what a source lists, those that are new among them due at once. */
  function list(source: SourceId, items: readonly SourceItem[], at: string): readonly NewNotice[] {
    const atMs = Date.parse(at);
    const newNotices: NewNotice[] = [];
    for (const item of items) {
      const found = findItem(item, at);
      const id =
        found ?? notices.create({ url: item.url, host: hostOf(item.url), aliases: item.aliases, nowIso: at, summary: summaryOfItem(item) });
      notices.list(source, id, item.publishedAt, at);
      if (found !== undefined) continue;
      schedule.setDue(id, hostOf(item.url), dueAtOnce(atMs), atMs);
      newNotices.push({ noticeId: id, url: item.url });
    }
    return newNotices;
  }

  /** The notice that has one of an item's names; two that do are one notice. */
  function findItem(item: SourceItem, at: string): NoticeId | undefined {
    const id = notices.find(item);
    return id && join(id, [item.url, ...item.aliases], item.url, at);
  }

  /**
   * Gives a notice the names that an address gave it, and merges it with whoever has one of them. Only notices at the host of that address or of one of the names are touched:
   * homes of earlier releases have notices with names that were of other hosts.
   */
  function join(first: NoticeId, names: readonly string[], by: string, at: string): NoticeId {
    const hosts = new Set([by, ...names].map(hostOf));
    const isThere = (id: NoticeId): boolean => hosts.has(notices.require(id).host);
    if (!isThere(first)) return first;
    let id = first;
    for (const name of names) {
      const owner = notices.named(name);
      if (owner === undefined) notices.addAlias(name, id);
      else if (owner !== id && isThere(owner)) id = merging.merge(id, owner, name, at);
    }
    return id;
  }
}

export type VisitRecorder = ReturnType<typeof visitRecorder>;
