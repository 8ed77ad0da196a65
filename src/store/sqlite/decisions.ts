import type Database from 'better-sqlite3';
import { partyHash } from '../../model/decision.ts';
import type { Decision, DecisionSubject } from '../../model/decision.ts';
import type { EvidenceRows } from './evidence-rows.ts';

/** What people decided about matches. */
export function decisionTable(db: Database.Database, evidence: EvidenceRows) {
  const every = db.prepare<[string], Omit<Decision, 'subject' | 'partyHash'> & { readonly subject: string }>(
    `SELECT key, verdict, why, who AS "by", at, subject, listing, listing_hash AS listingHash, log_index AS logIndex
     FROM decisions WHERE key = ? ORDER BY log_index DESC`,
  );

  return {
    record(given: Omit<Decision, 'partyHash' | 'logIndex'>): Decision {
      const { subject, ...decided } = given;
      const record = { ...decided, partyHash: partyHash(subject.query) };
      return { ...record, subject, logIndex: evidence.decision({ type: 'decision', ...record }, subject) };
    },
    latest(keys: readonly string[]): ReadonlyMap<string, readonly Decision[]> {
      const found = new Map<string, readonly Decision[]>();
      for (const key of keys) {
        const ofParty = new Map<string, Decision>();
        for (const row of every.all(key)) {
          const subject = JSON.parse(row.subject) as DecisionSubject;
          const hash = partyHash(subject.query);
          if (!ofParty.has(hash)) ofParty.set(hash, { ...row, subject, partyHash: hash });
        }
        if (ofParty.size > 0) found.set(key, [...ofParty.values()]);
      }
      return found;
    },
  };
}
