import type Database from 'better-sqlite3';
import type { CaseDone } from '../../model/case.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import { isSameTriage, triageAfter, UNTOUCHED, type Triage, type TriageAct, type TriageDoing } from '../../model/triage.ts';
import type { Triaged, TriageStore } from '../triage-port.ts';
import type { CaseRows } from './case-rows.ts';
import type { Connection } from './connection.ts';
import type { NoticeChanges } from './notice-changes.ts';
import type { NoticeRow, NoticeRows } from './notice-rows.ts';

interface ActRow {
  readonly no: number;
  readonly notice: NoticeId;
  readonly doing: TriageDoing;
  readonly why: string | null;
  readonly who: string;
  readonly at: string;
  readonly before: string;
  readonly after: string;
  readonly undoes: number | null;
}

const OF_GROUP = 'notice IN (SELECT id FROM merged WHERE kept = @id UNION ALL SELECT @id)';

/** Acts of people about notices, and what they leave on the row of a notice. */
export function triageRows(db: Database.Database) {
  const insert = db.prepare(
    'INSERT INTO triage_acts (notice, doing, why, who, at, before, after, undoes) VALUES (@notice, @do, @why, @by, @at, @before, @after, @undoes)',
  );
  const put = db.prepare('UPDATE notices SET triage = ?, assignee = ? WHERE num = ?');
  const ofGroup = db.prepare<{ id: string }, ActRow>(`SELECT * FROM triage_acts WHERE ${OF_GROUP} ORDER BY no`);
  const latest = db.prepare<{ id: string }, ActRow>(`SELECT * FROM triage_acts WHERE ${OF_GROUP} ORDER BY no DESC LIMIT 1`);
  const undoable = db.prepare<{ id: string }, ActRow>(
    `SELECT * FROM triage_acts WHERE ${OF_GROUP} AND doing <> 'undo' AND NOT EXISTS (SELECT 1 FROM triage_acts u WHERE u.undoes = triage_acts.no) ORDER BY no DESC LIMIT 1`,
  );

  return {
    of: (id: NoticeId): readonly TriageAct[] => ofGroup.all({ id }).map(actOf),
    undoable(id: NoticeId): TriageAct | undefined {
      const row = undoable.get({ id });
      return row && actOf(row);
    },
    add(row: NoticeRow, act: Omit<TriageAct, 'no'>): TriageAct {
      const { lastInsertRowid } = insert.run({ ...act, before: JSON.stringify(act.before), after: JSON.stringify(act.after) });
      put.run(act.after.state, act.after.assignee, row.num);
      return { no: Number(lastInsertRowid), ...act };
    },
    /** Two notices were made one: the latest act about either counts. */
    merged(row: NoticeRow): void {
      const last = latest.get({ id: row.id });
      const { state, assignee } = last === undefined ? UNTOUCHED : actOf(last).after;
      put.run(state, assignee, row.num);
    },
  };
}

export type TriageRows = ReturnType<typeof triageRows>;

/** What people make of notices, as acts of the store. */
export function triageStore(
  connection: Connection,
  {
    notices,
    triage,
    cases,
    changes,
  }: { readonly notices: NoticeRows; readonly triage: TriageRows; readonly cases: CaseRows; readonly changes: NoticeChanges },
): TriageStore {
  return {
    async act({ notices: wanted, act, why, by, at }) {
      return connection.write(() => {
        const mayUndo = act.do === 'undo' && act.of !== undefined ? new Set(act.of) : undefined;
        const rows = new Map(wanted.map((id) => notices.require(id)).map((row) => [row.id, row]));
        const notes: { readonly item: NoticeId; readonly done: CaseDone }[] = [];
        const triaged = Array.from(rows.values(), (row): Triaged => {
          const before = triageOf(row);
          const undone = act.do === 'undo' ? undoneOf(triage.undoable(row.id), mayUndo) : undefined;
          const after = triageAfter(before, act, undone);
          // A reason that is given later is an act of its own: nothing that was noted is ever changed.
          if (act.do === 'undo' ? undone === undefined : isSameTriage(before, after) && why === null)
            return { notice: row.id, triage: before, act: null };
          const made = triage.add(row, { notice: row.id, do: act.do, why, by, at, before, after, undoes: undone?.no ?? null });
          changes.triage(row.id, at, row.state);
          const done = { do: 'triage', notice: row.id, triage: after, act: made.no, why } as const;
          notes.push(...notices.ids(row.id).map((item) => ({ item, done })));
          return { notice: row.id, triage: after, act: made };
        });
        cases.note(notes, { by, at });
        return triaged;
      });
    },
    async actsOf(id) {
      return connection.read(() => triage.of(notices.resolve(id) ?? id));
    },
  };
}

/** The act that is taken back. Throws `conflict` where it is none of those that were meant. */
function undoneOf(latest: TriageAct | undefined, meant: ReadonlySet<number> | undefined): TriageAct | undefined {
  if (latest === undefined || meant === undefined || meant.has(latest.no)) return latest;
  const { notice, by, at, do: did } = latest;
  throw new DualwatchError('conflict', `nothing was taken back: the latest act about ${notice} is that of ${by} (${did}, ${at})`);
}

export function triageOf({ triage, assignee }: Pick<NoticeRow, 'triage' | 'assignee'>): Triage {
  return { state: triage, assignee };
}

function actOf({ who, doing, before, after, ...row }: ActRow): TriageAct {
  return { ...row, do: doing, by: who, before: JSON.parse(before) as Triage, after: JSON.parse(after) as Triage };
}
