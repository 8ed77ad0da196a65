import type { AuditEntry } from './account.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256, type Digest } from './digest.ts';

/** What stands before the first entry. */
export const AUDIT_START = '0'.repeat(64) as Digest;

/** Hash of an entry of the audit log: whoever changes, moves or takes out an entry changes every hash after it. */
export function auditHash(previous: Digest, { num, at, actor, address, act, subject, detail }: Omit<AuditEntry, 'hash'>): Digest {
  const { kind, id, name, role } = actor;
  return sha256(canonicalJson({ previous, num, at, actor: { kind, id, name, role }, address, act, subject, detail }));
}
