import type { Alert, AlertCopy, AlertRule } from '../../model/alert.ts';
import type { AlertId, NoticeId } from '../../model/ids.ts';
import type { Notice } from '../../model/notice.ts';
import type { PendingChange } from '../../store/alert-port.ts';

/** A notice with its changes that wait to be told, in their order. */
export interface ChangedNotice {
  readonly notice: Notice;
  readonly changes: readonly PendingChange[];
}

export interface FoundAlert {
  readonly alert: Alert;
  /** `seq` of the changes that it tells of. */
  readonly of: readonly number[];
}

/** Whether a rule holds for a notice as it was after a change. */
export type Holds = (notice: Notice, change: PendingChange) => boolean;

/** One change of one notice for which the rule holds. */
interface Held {
  readonly notice: Notice;
  readonly change: PendingChange;
}

/**
 * What one rule is told of these changes. A certain removal is an alert of its own, with the copies that still stand elsewhere. Of the rest, what concerns a notice and its copies is one: it tells of
 * the notice that changed first and names the others; only further changes of that same notice are alerts of their own. Pure.
 *
 * @param others notices that copies lead to, by id
 * @param standing for each removed notice its copies that still stand
 */
export function findAlerts(
  rule: Pick<AlertRule, 'id' | 'when'>,
  changed: readonly ChangedNotice[],
  holds: Holds,
  others: ReadonlyMap<NoticeId, Notice>,
  standing: ReadonlyMap<NoticeId, readonly AlertCopy[]>,
  newId: () => AlertId,
): readonly FoundAlert[] {
  const copies = changed.flatMap(({ changes }) => changes.filter(({ copy }) => copy !== null));
  const familyOf = families(copies);
  const held = changed
    .flatMap(({ notice, changes }) => changes.filter((change) => holds(notice, change)).map((change): Held => ({ notice, change })))
    .toSorted((a, b) => a.change.seq - b.change.seq);
  const make = ({ notice, change }: Held, shown: readonly AlertCopy[], of: readonly number[]): FoundAlert => ({
    of,
    alert: {
      id: newId(),
      rule: rule.id,
      when: rule.when,
      at: change.at,
      notice,
      change: change.change,
      ...(shown.length > 0 ? { copies: shown } : {}),
      url: notice.url,
    },
  });

  const found: FoundAlert[] = [];
  const together = new Map<NoticeId, Held[]>();
  for (const one of held) {
    const family = familyOf.get(one.notice.id) ?? one.notice.id;
    if (isRemoval(one.change)) found.push(make(one, standing.get(one.notice.id) ?? [], [one.change.seq]));
    else together.set(family, [...(together.get(family) ?? []), one]);
  }
  for (const [family, all] of together) {
    const first = all.find(({ change }) => change.copy === null) ?? all[0];
    if (first === undefined) continue;
    const later = all.filter((one) => one !== first && one.notice.id === first.notice.id && one.change.copy === null);
    const shown = shownCopies(first.notice.id, family, { copies, familyOf, others });
    const rest = all.filter((one) => one !== first && !later.includes(one)).map(({ change }) => change.seq);
    found.push(make(first, shown, [first.change.seq, ...rest]));
    for (const one of later) found.push(make(one, [], [one.change.seq]));
  }
  return found.toSorted((a, b) => (a.of[0] ?? 0) - (b.of[0] ?? 0));
}

/** Whether a notice is certainly gone since this change. */
export function isRemoval({ change }: PendingChange): boolean {
  return change.to === 'removed' && change.from !== 'removed';
}

/** For each notice of a copy, the notice that stands for all that hang together by copies. */
function families(copies: readonly PendingChange[]): ReadonlyMap<NoticeId, NoticeId> {
  const parent = new Map<NoticeId, NoticeId>();
  const root = (id: NoticeId): NoticeId => {
    const above = parent.get(id) ?? id;
    return above === id ? id : root(above);
  };
  for (const { noticeId, copy } of copies) {
    if (copy === null) continue;
    const [one, other] = [root(noticeId), root(copy.other)].toSorted();
    if (one !== undefined && other !== undefined) {
      parent.set(one, one);
      parent.set(other, one);
    }
  }
  return new Map([...parent.keys()].map((id) => [id, root(id)]));
}

/** The others of a family as copies: of the notice itself where they were compared with it, else of whichever they were found with. */
function shownCopies(
  of: NoticeId,
  family: NoticeId,
  known: {
    readonly copies: readonly PendingChange[];
    readonly familyOf: ReadonlyMap<NoticeId, NoticeId>;
    readonly others: ReadonlyMap<NoticeId, Notice>;
  },
): readonly AlertCopy[] {
  const kinds = new Map<NoticeId, string>();
  const own = known.copies.filter(({ noticeId }) => known.familyOf.get(noticeId) === family);
  for (const { noticeId, copy } of own.toSorted((a, b) => Number(b.noticeId === of) - Number(a.noticeId === of)))
    for (const id of copy === null ? [] : [copy.other, noticeId]) if (id !== of && !kinds.has(id)) kinds.set(id, copy?.kind ?? '');
  return [...kinds].flatMap(([id, kind]) => {
    const other = known.others.get(id);
    return other === undefined ? [] : [{ id, url: other.url, title: other.title, kind, state: other.state }];
  });
}
