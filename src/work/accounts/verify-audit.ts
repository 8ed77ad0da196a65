import { AUDIT_START, auditHash } from '../../model/audit-hash.ts';
import { isDigest, type Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { AccountStore } from '../../store/account-port.ts';

/** Where the audit log stands: `<number>:<hash>` of its last entry. */
export interface AuditHead {
  readonly num: number;
  readonly hash: Digest;
}

const PAGE = 1000;

/**
 * Reads the whole audit log and computes every hash anew. `known` is a head that somebody wrote down earlier: the log must still hold it, or it was written
 * anew from somewhere before. Throws `evidence-invalid` with the first entry that does not hold.
 */
export async function verifyAudit(store: AccountStore, known?: AuditHead): Promise<AuditHead> {
  let head: AuditHead = { num: 0, hash: AUDIT_START };
  for (;;) {
    const page = await store.auditAfter(head.num, PAGE);
    for (const { hash, ...entry } of page) {
      if (entry.num !== head.num + 1) throw broken(`entry ${head.num + 1} is gone: ${entry.num} follows ${head.num}`);
      if (auditHash(head.hash, entry) !== hash)
        throw broken(`entry ${entry.num} of ${entry.at} does not fit its hash: it was changed, or one before it was`);
      if (known?.num === entry.num && known.hash !== hash) throw broken(`entry ${entry.num} is not the one that was written down`);
      head = { num: entry.num, hash };
    }
    if (page.length < PAGE) break;
  }
  const last = await store.lastAuditNum();
  if (last > head.num && (await store.auditAfter(head.num, 1)).length === 0)
    throw broken(`entries ${head.num + 1} to ${last} are gone from its end`);
  if (known !== undefined && known.num > head.num) throw broken(`it ends with entry ${head.num} and once had ${known.num}`);
  return head;
}

/** `<number>:<hash>`, as `audit verify` prints it. Throws `usage`. */
export function parseAuditHead(text: string): AuditHead {
  const [num = '', hash = ''] = text.split(':', 2);
  if (!/^\d{1,15}$/.test(num) || !isDigest(hash))
    throw new DualwatchError(
      'usage',
      `"${text}" is no head of the audit log; it is a number, a colon and 64 hexadecimal digits, as "audit verify" prints it`,
    );
  return { num: Number(num), hash };
}

function broken(why: string): DualwatchError {
  return new DualwatchError(
    'evidence-invalid',
    `The audit log does not hold: ${why}. Keep the database as it is and compare it with a backup.`,
  );
}
