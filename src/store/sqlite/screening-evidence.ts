import type Database from 'better-sqlite3';
import { partyHash } from '../../model/decision.ts';
import type { DecisionSubject } from '../../model/decision.ts';
import { sha256 } from '../../model/digest.ts';
import type { Digest } from '../../model/digest.ts';
import type { DecisionRecord, ListRecord, PartyLinkRecord, ScreeningRecord } from '../../model/log-record.ts';
import type { ListCounts } from '../../model/kept-list.ts';
import { receiptDigest } from '../../model/receipt.ts';
import type { Receipt } from '../../model/receipt.ts';
import { wellFormed } from '../log-leaf.ts';
import type { LogTable } from './log.ts';

/** Writes records of screening as {@link evidenceRows} writes the others: the log entry and, under its index, the row that holds the same values. */
export function screeningEvidence(db: Database.Database, log: LogTable) {
  const list = db.prepare(
    `INSERT INTO list_records (log_index, list, version, sha256, published_at, at, counts, listings, outcome)
     VALUES (@index, @list, @version, @sha256, @publishedAt, @at, @counts, @listings, @outcome)`,
  );
  const link = db.prepare(
    'INSERT INTO party_links (log_index, link, one, other, why, who, at) VALUES (@index, @link, @one, @other, @why, @by, @at)',
  );
  const decision = db.prepare(
    `INSERT INTO decisions (log_index, key, verdict, why, who, at, subject, listing, listing_hash)
     VALUES (@index, @key, @verdict, @why, @by, @at, @subject, @listing, @listingHash)`,
  );
  const receipt = db.prepare('INSERT INTO receipts (log_index, id, at, receipt) VALUES (?, ?, ?, ?)');

  return {
    list(given: ListRecord): number {
      const record = wellFormed(given);
      const index = log.append(record);
      list.run({ ...record, index, counts: JSON.stringify(record.counts) });
      return index;
    },
    partyLink(given: PartyLinkRecord): number {
      const record = wellFormed(given);
      const index = log.append(record);
      link.run({ ...record, index });
      return index;
    },
    decision(given: DecisionRecord, subject: DecisionSubject): number {
      const record = wellFormed(given);
      const index = log.append(record);
      decision.run({ ...record, index, subject: JSON.stringify(subject) });
      return index;
    },
    screening(given: Receipt): number {
      const index = log.append({ type: 'screening', receipt: given.id, digest: receiptDigest(given), at: given.at, counts: given.counts });
      receipt.run(index, given.id, given.at, JSON.stringify(given));
      return index;
    },
  };
}

/** Reads those rows back as records. What the log holds as a digest is computed anew from what the row holds in full. */
export function screeningRecords(db: Database.Database) {
  const list = db.prepare<[number], Omit<ListRecord, 'type' | 'counts'> & { readonly counts: string }>(
    'SELECT list, version, sha256, published_at AS publishedAt, at, counts, listings, outcome FROM list_records WHERE log_index = ?',
  );
  const link = db.prepare<[number], Omit<PartyLinkRecord, 'type'>>(
    'SELECT link, one, other, why, who AS "by", at FROM party_links WHERE log_index = ?',
  );
  const decision = db.prepare<[number], Omit<DecisionRecord, 'type' | 'partyHash'> & { readonly subject: string }>(
    'SELECT key, verdict, why, who AS "by", at, subject, listing, listing_hash AS listingHash FROM decisions WHERE log_index = ?',
  );
  const receipt = db.prepare<[number], { readonly id: ScreeningRecord['receipt']; readonly at: string; readonly receipt: string }>(
    'SELECT id, at, receipt FROM receipts WHERE log_index = ?',
  );

  return {
    list(index: number): ListRecord | undefined {
      const row = list.get(index);
      return row && { type: 'list', ...row, counts: parsed<ListCounts>(row.counts) };
    },
    'party-link'(index: number): PartyLinkRecord | undefined {
      const row = link.get(index);
      return row && { type: 'party-link', ...row };
    },
    decision(index: number): DecisionRecord | undefined {
      const row = decision.get(index);
      if (row === undefined) return undefined;
      const { subject, ...record } = row;
      return { type: 'decision', ...record, partyHash: hashOf(subject) };
    },
    screening(index: number): ScreeningRecord | undefined {
      const row = receipt.get(index);
      if (row === undefined) return undefined;
      const kept = parsed<Receipt>(row.receipt);
      return { type: 'screening', receipt: row.id, digest: receiptDigest(kept), at: row.at, counts: kept.counts ?? null };
    },
  };
}

/** Of a subject that is none any more, a hash that no subject has. */
function hashOf(subject: string): Digest {
  const { query } = parsed<DecisionSubject>(subject);
  return typeof query?.name === 'string' ? partyHash(query) : sha256(subject);
}

/** What is no JSON any more, or no object, agrees with nothing. */
function parsed<T extends object>(text: string): T {
  try {
    return ((JSON.parse(text) as T | null) ?? {}) as T;
  } catch {
    return {} as T;
  }
}
