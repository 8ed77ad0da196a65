import type Database from 'better-sqlite3';
import type { ReceiptId } from '../../model/ids.ts';
import type { Receipt } from '../../model/receipt.ts';
import type { EvidenceRows } from './evidence-rows.ts';

type Kept = Receipt & { readonly logIndex: number };
interface Row {
  readonly receipt: string;
  readonly logIndex: number;
}

/** Receipts of runs of `screen`. */
export function receiptTable(db: Database.Database, evidence: EvidenceRows) {
  const byId = db.prepare<[string], Row>('SELECT receipt, log_index AS logIndex FROM receipts WHERE id = ?');
  const newest = db.prepare<[number, number], Row>(
    'SELECT receipt, log_index AS logIndex FROM receipts WHERE log_index >= 0 AND log_index < ? ORDER BY log_index DESC LIMIT ?',
  );
  const kept = ({ receipt, logIndex }: Row): Kept => ({ ...(JSON.parse(receipt) as Receipt), logIndex });
  return {
    record: (receipt: Receipt) => ({ logIndex: evidence.screening(receipt) }),
    get(id: ReceiptId): Kept | undefined {
      const row = byId.get(id);
      return row && kept(row);
    },
    newest: (limit: number, before = Number.MAX_SAFE_INTEGER): readonly Kept[] => newest.all(before, limit).map(kept),
  };
}
