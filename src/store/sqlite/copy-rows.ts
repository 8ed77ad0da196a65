import type Database from 'better-sqlite3';
import type { CopyKind } from '../../model/copy.ts';
import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { FoundCopy } from '../copy-port.ts';
import type { NoticeRow } from './notice-rows.ts';

/** How many copies a notice has, as `notices` shows it. */
export interface CopyCounts {
  readonly copies: number;
  readonly copiesStanding: number;
  readonly copiesBefore: number;
}

export const NO_COPIES: CopyCounts = { copies: 0, copiesStanding: 0, copiesBefore: 0 };

interface Row {
  readonly num: number;
  readonly other: NoticeId;
  readonly kind: CopyKind;
  readonly score: number;
  readonly containment: number;
  readonly otherStage: number;
  readonly foundAt: string;
  readonly capture: Digest;
  readonly otherCapture: Digest;
}

const COLUMNS = 'kind, score, containment, other_stage AS otherStage, found_at AS foundAt';
/** The pairs of a notice as seen from it. */
const SEEN = `SELECT n.num, n.id AS other, ${COLUMNS}, one_capture AS capture, other_capture AS otherCapture FROM copies c JOIN notices n ON n.num = c.other WHERE c.one = @num
  UNION ALL SELECT n.num, n.id AS other, ${COLUMNS}, other_capture AS capture, one_capture AS otherCapture FROM copies c JOIN notices n ON n.num = c.one WHERE c.other = @num`;

/** Rows of pairs. */
export function copyRows(db: Database.Database) {
  const of = db.prepare<{ num: number }, Row>(`SELECT * FROM (${SEEN}) ORDER BY score DESC, other`);
  // A candidate in another language and another stage of the purchase are not the same words that stand elsewhere.
  const same = "c.kind <> 'translated' AND c.other_stage = 0";
  const seen = (side: 'one' | 'other', far: 'one' | 'other', which: string): string =>
    `SELECT m.num, n.state IN ('present', 'changed') AND ${same} AS stands, (n.first_seen_at, n.num) < (m.first_seen_at, m.num) AND ${same} AS stoodBefore
     FROM copies c JOIN notices n ON n.num = c.${far} JOIN notices m ON m.num = c.${side} WHERE c.${side} ${which}`;
  const counts = (which: string): string =>
    `SELECT num, count(*) AS copies, sum(stands) AS copiesStanding, sum(stoodBefore) AS copiesBefore
     FROM (${seen('one', 'other', which)} UNION ALL ${seen('other', 'one', which)}) GROUP BY num`;
  const between = db.prepare<{ first: number; last: number }, CopyCounts & { num: number }>(counts('BETWEEN @first AND @last'));
  const counted = db.prepare<{ num: number }, CopyCounts & { num: number }>(counts('= @num'));
  const put = db.prepare(
    `INSERT INTO copies (one, other, kind, score, containment, other_stage, found_at, one_capture, other_capture) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (one, other) DO UPDATE SET kind = excluded.kind, score = excluded.score, containment = excluded.containment, other_stage = excluded.other_stage,
       one_capture = excluded.one_capture, other_capture = excluded.other_capture`,
  );
  const drop = db.prepare('DELETE FROM copies WHERE one = ? AND other = ?');
  const byCapture = '(one = @num AND one_capture = @capture) OR (other = @num AND other_capture = @capture)';
  const remember = db.prepare(`INSERT OR IGNORE INTO known_copies (one, other) SELECT one, other FROM copies WHERE ${byCapture}`);
  const ofCapture = db.prepare(`DELETE FROM copies WHERE ${byCapture}`);
  const remembered = db
    .prepare<{ num: number }, number>(
      'SELECT other FROM known_copies WHERE one = @num UNION ALL SELECT one FROM known_copies WHERE other = @num',
    )
    .pluck();
  const refind = db.prepare('DELETE FROM known_copies WHERE one = ? AND other = ?');
  const unremember = db.prepare('DELETE FROM known_copies WHERE one = @num OR other = @num');

  return {
    /** Best first. */
    of: (num: number): readonly FoundCopy[] =>
      of.all({ num }).map(({ num: _, otherStage, ...row }) => ({ ...row, otherStage: otherStage === 1 })),
    count(num: number): CopyCounts {
      const { num: _, ...found } = counted.get({ num }) ?? { num, ...NO_COPIES };
      return found;
    },
    /** Of all notices with numbers from `first` to `last` that have any. */
    counts: (first: number, last: number): ReadonlyMap<number, CopyCounts> =>
      new Map(between.all({ first, last }).map(({ num, ...counts }) => [num, counts])),
    /** Puts the copies of a notice in the place of those that it had. `find` gives the row of the other notice. Gives those that are new, and were not found before by a capture that is forgotten. */
    replace(
      num: number,
      copies: readonly FoundCopy[],
      find: (id: NoticeId) => NoticeRow | undefined,
    ): readonly (FoundCopy & { readonly num: number })[] {
      const before = new Set(of.all({ num }).map((row) => row.num));
      const known = new Set(remembered.all({ num }));
      const fresh: (FoundCopy & { readonly num: number })[] = [];
      for (const copy of copies) {
        const other = find(copy.other);
        if (other === undefined || other.num === num) continue;
        this.put(num, other.num, copy);
        if (known.has(other.num)) refind.run(Math.min(num, other.num), Math.max(num, other.num));
        if (!before.delete(other.num) && !known.has(other.num)) fresh.push({ ...copy, num: other.num });
      }
      for (const gone of before) drop.run(Math.min(num, gone), Math.max(num, gone));
      return fresh;
    },
    put(num: number, other: number, { kind, score, containment, otherStage, foundAt, capture, otherCapture }: FoundCopy): void {
      const captures = num < other ? [capture, otherCapture] : [otherCapture, capture];
      put.run(Math.min(num, other), Math.max(num, other), kind, score, containment, otherStage ? 1 : 0, foundAt, ...captures);
    },
    /** Gives the copies of a notice to the one that it is merged into, but for those that this one has, and itself. */
    move(from: number, to: number): void {
      const known = new Set([to, ...of.all({ num: to }).map(({ num }) => num)]);
      for (const { num, ...row } of of.all({ num: from }))
        if (!known.has(num)) this.put(to, num, { ...row, otherStage: row.otherStage === 1 });
      unremember.run({ num: from });
    },
    /** Nothing that was compared with the notice's text of this capture stays, but that the two were known as copies. */
    forgetCapture(num: number, capture: Digest): void {
      remember.run({ num, capture });
      ofCapture.run({ num, capture });
    },
  };
}

export type CopyRows = ReturnType<typeof copyRows>;
