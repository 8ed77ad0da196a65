import { openCheckpoint } from '../checkpoint.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { formatConsistency, parseConsistency } from '../consistency-file.ts';
import { checkpointMember, consistencyMember, MEMBERS } from '../package/layout.ts';
import { verifyConsistency } from '../verify-proof.ts';
import type { PackageLog } from './check-log.ts';
import type { Findings } from './findings.ts';
import { readText } from './own-documents.ts';
import type { PackageMembers } from './package-members.ts';
import type { Trust } from './trust.ts';

const MAX_TEXT_BYTES = 2_000_000;

/** The heads of the log that the package brings: its own, and earlier ones that time-stamps cover, each held to be its beginning. By size. */
export async function openHeads(members: PackageMembers, log: PackageLog, findings: Findings): Promise<ReadonlyMap<number, Checkpoint>> {
  const heads = new Map([[log.checkpoint.size, log.checkpoint]]);
  const earlier = members.names.filter((name) => /^evidence\/checkpoint-\d+\.txt$/.test(name));
  for (const name of earlier) {
    try {
      const head = openCheckpoint(await readText(members, name, MAX_TEXT_BYTES), log.verifier);
      if (name !== checkpointMember(head.size)) throw new Error(`it is of ${head.size} entries, its name says something else`);
      const proof = consistencyMember(head.size, log.checkpoint.size);
      verifyConsistency(head, log.checkpoint, await readHashes(members, proof));
      heads.set(head.size, head);
    } catch (error) {
      findings.fail('log', name, error instanceof Error ? error.message : String(error));
    }
  }
  const used = new Set([...heads.keys()].map((size) => consistencyMember(size, log.checkpoint.size)));
  for (const name of members.names) {
    if (name.startsWith('evidence/consistency-') && !used.has(name))
      findings.fail('log', name, 'it proves nothing about a checkpoint of the package');
  }
  return heads;
}

/** The proof, in the one form that ours have. Throws Error. */
async function readHashes(members: PackageMembers, name: string): Promise<readonly Uint8Array[]> {
  try {
    const text = await readText(members, name, MAX_TEXT_BYTES);
    const hashes = parseConsistency(text);
    if (formatConsistency(hashes) !== text) throw new Error('it is not of the one form that ours have');
    return hashes;
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** A checkpoint that the reader kept, held against those of the package, by the proof that was given where the package has none. Returns whether it shows that this is the same log. */
export function checkKept(
  { checkpoint, consistency }: Pick<Trust, 'checkpoint' | 'consistency'>,
  log: PackageLog,
  heads: ReadonlyMap<number, Checkpoint>,
  findings: Findings,
): boolean {
  const where = MEMBERS.checkpoint;
  if (checkpoint === undefined) {
    findings.note(
      'checkpoint',
      'untrusted',
      'no checkpoint that you kept was given: a log that was rewritten as a whole would not show',
      where,
    );
    return false;
  }
  try {
    const kept = openCheckpoint(checkpoint.endsWith('\n') ? checkpoint : `${checkpoint}\n`, log.verifier);
    const same = heads.get(kept.size);
    if (same !== undefined) verifyConsistency(kept, same, []);
    else if (consistency === undefined) {
      findings.note(
        'checkpoint',
        'untrusted',
        `the checkpoint you gave is of ${kept.size} entries, that of the package of ${log.checkpoint.size}, and no proof leads from one to the other; "dualwatch log consistency" of its maker prints one for --consistency`,
        where,
      );
      return false;
    } else {
      const [older, newer] = kept.size < log.checkpoint.size ? [kept, log.checkpoint] : [log.checkpoint, kept];
      verifyConsistency(older, newer, parseConsistency(consistency));
    }
    findings.note('checkpoint', 'pass', `the same log as at ${kept.size} entries`, where);
    return true;
  } catch (error) {
    findings.fail('checkpoint', where, `not the log of the checkpoint you gave: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
