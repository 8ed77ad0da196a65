import type Database from 'better-sqlite3';
import type { CaseAct, CaseContent, CaseDone, CaseState, CaseSummary } from '../../model/case.ts';
import { caseAfter, foldCase } from '../../model/fold-case.ts';
import type { CaseId } from '../../model/ids.ts';
import type { CaseFilter, Doer } from '../case-port.ts';

export interface CaseRow {
  readonly num: number;
  readonly id: CaseId;
  readonly title: string;
  readonly state: CaseState;
  readonly who: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly version: number;
  readonly items: number;
  readonly open_tasks: number;
}

interface ActRow {
  readonly no: number;
  readonly who: string;
  readonly at: string;
  readonly done: string;
}

const AFTER = '(updated_at, id) < (@updatedAt, @id)';
const ORDER = 'ORDER BY updated_at DESC, id DESC LIMIT @limit';
const HELD = (again: string): string =>
  `SELECT c.* FROM cases c WHERE c.num IN (SELECT i.num FROM case_items i WHERE i.item IN (SELECT value FROM json_each(@holding)))${again} AND ${AFTER} ${ORDER}`;

/** Rows of cases: their logs, and what follows from these. */
export function caseRows(db: Database.Database) {
  const byId = db.prepare<[string], CaseRow>('SELECT * FROM cases WHERE id = ?');
  const byNum = db.prepare<[number], CaseRow>('SELECT * FROM cases WHERE num = ?');
  const insert = db.prepare(
    `INSERT INTO cases (id, title, state, who, created_at, updated_at, version, items, open_tasks) VALUES (?, '', 'open', ?, ?, ?, 0, 0, 0)`,
  );
  const update = db.prepare(
    'UPDATE cases SET title = @title, state = @state, updated_at = @at, version = @version, items = @items, open_tasks = @tasks WHERE num = @num',
  );
  const acts = db.prepare<[number, number, number], ActRow>(
    'SELECT no, who, at, done FROM case_acts WHERE num = ? AND no > ? ORDER BY no LIMIT ?',
  );
  const addAct = db.prepare('INSERT INTO case_acts (num, no, who, at, done) VALUES (?, ?, ?, ?, ?)');
  const addItem = db.prepare('INSERT INTO case_items (num, no, item) VALUES (?, ?, ?)');
  const removeItem = db.prepare('DELETE FROM case_items WHERE num = ? AND no = ?');
  const holding = db.prepare<[string], number>('SELECT DISTINCT num FROM case_items WHERE item = ?').pluck();
  type Page = { readonly updatedAt: string; readonly id: string; readonly limit: number; readonly state: string; readonly holding: string };
  const pages = {
    all: db.prepare<Page, CaseRow>(`SELECT * FROM cases WHERE ${AFTER} ${ORDER}`),
    state: db.prepare<Page, CaseRow>(`SELECT * FROM cases WHERE state = @state AND ${AFTER} ${ORDER}`),
    holding: db.prepare<Page, CaseRow>(HELD('')),
    both: db.prepare<Page, CaseRow>(HELD(' AND c.state = @state')),
  };

  const actsOf = (num: number, after: number, limit: number): readonly CaseAct[] =>
    acts.all(num, after, limit).map(({ no, who, at, done }) => ({ no, by: who, at, done: JSON.parse(done) as CaseDone }));
  return {
    get: (id: string): CaseRow | undefined => byId.get(id),
    actsOf,
    contentOf: (num: number): CaseContent => foldCase(actsOf(num, 0, Number.MAX_SAFE_INTEGER)),
    create(id: CaseId, { by, at }: Doer): CaseRow {
      const num = Number(insert.run(id, by, at, at).lastInsertRowid);
      const row = byNum.get(num);
      if (row === undefined) throw new Error(`case ${id} was not made`);
      return row;
    },
    /** Adds acts to the log of a case, each checked against all before it; gives what the case is then. */
    add(row: CaseRow, done: readonly CaseDone[], { by, at }: Doer): CaseContent {
      let content = this.contentOf(row.num);
      let no = row.version;
      for (const one of done) {
        no += 1;
        content = caseAfter(content, { no, by, at, done: one });
        addAct.run(row.num, no, by, at, JSON.stringify(one));
        if (one.do === 'add') addItem.run(row.num, no, one.item.id);
        else if (one.do === 'remove') removeItem.run(row.num, one.item);
      }
      const { title, state, items, tasks } = content;
      const open = tasks.filter((task) => task.done === null).length;
      // A clock that was set back does not make a case older than it was.
      const changed = at > row.updated_at ? at : row.updated_at;
      update.run({ num: row.num, title, state, at: changed, version: no, items: items.length, tasks: open });
      return content;
    },
    /** Says in the log of each case that holds an item what was done to it elsewhere; a case that holds many is read once. */
    note(notes: readonly { readonly item: string; readonly done: CaseDone }[], doer: Doer): void {
      const ofCases = Map.groupBy(
        notes.flatMap(({ item, done }) => holding.all(item).map((num) => ({ num, done }))),
        ({ num }) => num,
      );
      for (const [num, all] of ofCases) {
        const row = byNum.get(num);
        if (row !== undefined)
          this.add(
            row,
            all.map(({ done }) => done),
            doer,
          );
      }
    },
    holding: (item: string): readonly CaseId[] => holding.all(item).flatMap((num) => byNum.get(num)?.id ?? []),
    page({ state, limit, after }: CaseFilter, ids: readonly string[] | undefined): readonly CaseSummary[] {
      const statement =
        ids === undefined ? (state === undefined ? pages.all : pages.state) : state === undefined ? pages.holding : pages.both;
      const from = { updatedAt: after?.updatedAt ?? '~', id: after?.id ?? '' };
      const given = { ...from, limit, ...(state !== undefined && { state }), ...(ids !== undefined && { holding: JSON.stringify(ids) }) };
      return statement.all(given as Page).map(summaryOf);
    },
  };
}

export type CaseRows = ReturnType<typeof caseRows>;

export function summaryOf(row: CaseRow): CaseSummary {
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    by: row.who,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
    items: row.items,
    openTasks: row.open_tasks,
  };
}
