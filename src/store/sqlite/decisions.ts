import type Database from 'better-sqlite3';
import { partyHash } from '../../model/decision.ts';
import type { Decision, DecisionSubject } from '../../model/decision.ts';
import type { EvidenceRows } from './evidence-rows.ts';

/** What people decided about matches. */
export function decisionTable(db: Database.Database, evidence: EvidenceRows) {
  const latest = db.prepare<[string], Omit<Decision, 'subject' | 'partyHash'> & { readonly subject: string }>(
    `SELECT key, verdict, why, who AS "by", at, subject, listing, listing_hash AS listingHash, log_index AS logIndex
     FROM decisions WHERE key = ? ORDER BY log_index DESC LIMIT 1`,
  );

  return {
    record(given: Omit<Decision, 'partyHash' | 'logIndex'>): Decision {
      const { subject, ...decided } = given;
      const record = { ...decided, partyHash: partyHash(subject.query) };
      return { ...record, subject, logIndex: evidence.decision({ type: 'decision', ...record }, subject) };
    },
    latest(keys: readonly string[]): ReadonlyMap<string, Decision> {
      const found = new Map<string, Decision>();
      for (const key of keys) {
        const row = latest.get(key);
        if (row === undefined) continue;
        const subject = JSON.parse(row.subject) as DecisionSubject;
        found.set(key, { ...row, subject, partyHash: partyHash(subject.query) });
      }
      return found;
    },
  };
}
