import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Mention } from '../../model/mention.ts';
import type { CaptureRow } from '../../model/notice.ts';
import type { PageReading } from '../../model/reading.ts';
import type { PackageStore } from '../package-port.ts';
import type { Connection } from './connection.ts';
import { CAPTURE_COLUMNS } from './evidence-views.ts';
import type { NoticeRows } from './notice-rows.ts';

interface ReadingRow {
  readonly capture: Digest;
  readonly recipe: string;
  readonly reading: string;
  readonly mentions: string;
}

const GROUP = '(SELECT id FROM merged WHERE kept = @id UNION ALL SELECT @id)';
/** Answers of the site for what never existed, that a judgement of a visit cites. */
const CITED = `FROM notices n JOIN probes p ON p.host = n.host JOIN captures c ON c.sha256 = p.capture WHERE n.id = @id
  AND EXISTS (SELECT 1 FROM observations o WHERE o.notice IN ${GROUP} AND instr(o.basis, p.capture) > 0)`;
const CAPTURES = `SELECT log_index FROM captures WHERE notice IN ${GROUP}
  UNION SELECT c.log_index FROM observations o JOIN captures c ON c.sha256 = o.capture WHERE o.notice IN ${GROUP}
  UNION SELECT c.log_index FROM observations o JOIN captures c ON c.sha256 = o.confirms WHERE o.notice IN ${GROUP}
  UNION SELECT c.log_index FROM readings r JOIN captures c ON c.sha256 = r.capture WHERE r.notice IN ${GROUP}
  UNION SELECT c.log_index ${CITED}`;
/** A drop follows the observation of its visit, and a check its capture: in one transaction. */
const ENTRIES = `${CAPTURES}
  UNION SELECT log_index FROM observations WHERE notice IN ${GROUP}
  UNION SELECT f.log_index FROM forgets f JOIN captures c ON c.sha256 = f.sha256 WHERE c.log_index IN (${CAPTURES})
  UNION SELECT d.log_index FROM observations o JOIN drops d ON d.log_index = o.log_index + 1 WHERE o.notice IN ${GROUP}
  UNION SELECT k.log_index FROM readings r JOIN captures c ON c.sha256 = r.capture JOIN checks k ON k.log_index = c.log_index + 1 AND k.capture = c.sha256 WHERE r.notice IN ${GROUP}
  UNION SELECT p.log_index ${CITED}
  UNION SELECT log_index FROM merges WHERE merged IN ${GROUP}`;

/** What a package of evidence holds, as acts of the store. */
export function packageStore(connection: Connection, { notices }: { readonly notices: NoticeRows }): PackageStore {
  const { db } = connection;
  const captures = db.prepare<{ id: string }, CaptureRow>(
    `SELECT ${CAPTURE_COLUMNS} WHERE c.log_index IN (${CAPTURES}) ORDER BY c.log_index`,
  );
  const entries = db.prepare<{ id: string }, number>(`${ENTRIES} ORDER BY log_index`).pluck();
  const confirmed = db.prepare<[], { log_index: number; detail: string }>(
    `SELECT log_index, detail FROM events WHERE event = 'removals-confirmed'`,
  );
  const readings = db.prepare<{ id: string; capture: string }, ReadingRow>(
    `SELECT capture, recipe, reading, mentions FROM readings WHERE capture = @capture AND notice IN ${GROUP} ORDER BY notice`,
  );
  return {
    async evidenceOf(wanted: NoticeId) {
      return connection.read(() => {
        const { id } = notices.require(wanted);
        const ids = notices.ids(id);
        return { ids, captures: captures.all({ id }), entries: [...entries.all({ id }), ...letStand(ids)].toSorted((a, b) => a - b) };
      });
    },
    async readingsOf(capture: Digest, id: NoticeId) {
      return connection.read(() =>
        readings.all({ capture, id: notices.resolve(id) ?? id }).map((row) => ({
          capture: row.capture,
          recipe: row.recipe,
          reading: JSON.parse(row.reading) as PageReading,
          mentions: JSON.parse(row.mentions) as readonly Mention[],
        })),
      );
    },
  };

  /** People let removals of many notices stand at once: the entry names them all. */
  function letStand(ids: readonly NoticeId[]): readonly number[] {
    const found: number[] = [];
    for (const { log_index, detail } of confirmed.iterate()) if (ids.some((id) => detail.includes(id))) found.push(log_index);
    return found;
  }
}
