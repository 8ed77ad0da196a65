import type { LogProver } from '../../evidence/log-prover.ts';
import { openCheckpoint } from '../../evidence/checkpoint.ts';
import type { NoteVerifier } from '../../evidence/note.ts';
import type { Anchor } from '../../model/anchor.ts';
import { asDualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import { verifyAnchor } from '../anchors/verify-anchor.ts';
import type { NoticeVerdict } from './notice-verdict.ts';
import type { Note } from './verify-notice.ts';

/** Of each authority, the first stamp that has the first of these entries and the first that has the last of them, judged anew; oldest first. */
export async function verifyStamps(
  store: Pick<Store, 'anchors'>,
  entries: readonly number[],
  log: { readonly prover: LogProver | undefined; readonly verifier: NoteVerifier },
  note: Note,
): Promise<NoticeVerdict['stamps']> {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return [];
  const anchors = new Map<number, Anchor>();
  for (const index of [first, last]) for (const anchor of await store.anchors.anchorsCovering(index + 1)) anchors.set(anchor.num, anchor);
  const roots = new Map((await store.anchors.authorities()).map((one) => [one.url, one.roots]));
  const stamps: { authority: string; at: string; size: number; trusted: boolean }[] = [];
  for (const anchor of anchors.values()) {
    const { authority, at, size } = anchor;
    const fault = await faultOf(anchor, log);
    const verdict = fault === undefined ? verifyAnchor(anchor, roots.get(anchor.url) ?? null) : { status: 'fail' as const, why: fault };
    if (verdict.status === 'fail') note('timestamp', 'fail', { where: `${authority}, ${at}`, why: verdict.why });
    else stamps.push({ authority, at, size, trusted: verdict.status === 'pass' });
  }
  if (stamps.some(({ trusted }) => trusted)) note('timestamp', 'pass');
  else if (stamps.length > 0)
    note('timestamp', 'untrusted', { why: 'no certificates were given that its authority must lead to (anchors add --ca)' });
  return stamps.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** What is wrong with the checkpoint that was stamped: it must be of this log, and the log of today must go on from it. */
async function faultOf(
  { checkpoint, size }: Anchor,
  { prover, verifier }: { readonly prover: LogProver | undefined; readonly verifier: NoteVerifier },
): Promise<string | undefined> {
  try {
    const stamped = openCheckpoint(checkpoint, verifier);
    if (stamped.size !== size) return 'the database has another number of entries for it than its checkpoint';
    if (prover !== undefined) await prover.proveExtension(stamped);
    return undefined;
  } catch (error) {
    return asDualwatchError(error).message;
  }
}
