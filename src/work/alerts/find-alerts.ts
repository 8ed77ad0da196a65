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

/**
 * What one rule is told of these changes. Each change of state is an alert of its own; copies are told with a change of one of the notices between which
 * they stand, where there is one, else all those of a notice in one. A certain removal stands alone. Pure.
 *
 * @param others notices that copies lead to, by id
 */
export function findAlerts(
  rule: Pick<AlertRule, 'id' | 'when'>,
  changed: readonly ChangedNotice[],
  holds: Holds,
  others: ReadonlyMap<NoticeId, Notice>,
  newId: () => AlertId,
): readonly FoundAlert[] {
  const held = changed
    .map(({ notice, changes }) => ({ notice, changes: changes.filter((change) => holds(notice, change)) }))
    .filter(({ changes }) => changes.length > 0);
  const told = new Set<number>();
  const found: FoundAlert[] = [];
  const tell = (notice: Notice, change: PendingChange, copies: readonly PendingChange[]): void => {
    const family = new Set<NoticeId>([notice.id, ...copies.flatMap(({ copy }) => copy?.other ?? [])]);
    // The same copy seen from its other side.
    const mirrored = held.flatMap((one) =>
      family.has(one.notice.id) ? one.changes.filter(({ copy, seq }) => copy !== null && family.has(copy.other) && !told.has(seq)) : [],
    );
    const of = [...new Set([change.seq, ...copies.map(({ seq }) => seq), ...(copies.length > 0 ? mirrored.map(({ seq }) => seq) : [])])];
    for (const seq of of) told.add(seq);
    const shown = copies.flatMap((one) => shownCopy(one, others));
    found.push({
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
  };

  for (const { notice, changes } of held) {
    const states = changes.filter(({ copy }) => copy === null);
    const bearer = states.findLast(({ change }) => change.to !== 'removed');
    for (const change of states)
      tell(notice, change, change === bearer ? changes.filter(({ copy, seq }) => copy !== null && !told.has(seq)) : []);
  }
  for (const { notice, changes } of held) {
    const copies = changes.filter(({ seq }) => !told.has(seq));
    const [first] = copies;
    if (first !== undefined) tell(notice, first, copies);
  }
  return found;
}

function shownCopy({ copy }: PendingChange, others: ReadonlyMap<NoticeId, Notice>): readonly AlertCopy[] {
  const other = copy === null ? undefined : others.get(copy.other);
  if (copy === null || other === undefined) return [];
  const { id, url, title, state } = other;
  return [{ id, url, title, kind: copy.kind, state }];
}
