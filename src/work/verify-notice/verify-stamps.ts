import type { LogProver } from '../../evidence/log-prover.ts';
import { openCheckpoint } from '../../evidence/checkpoint.ts';
import type { NoteVerifier } from '../../evidence/note.ts';
import type { Anchor } from '../../model/anchor.ts';
import { asDualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import { judgeAnchor } from '../anchors/verify-anchors.ts';
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
    const judged = judgeAnchor(anchor, roots.get(anchor.url) ?? null, log.verifier);
    const why = judged.why ?? (await whyNotExtended(anchor, log));
    if (why !== undefined) note('timestamp', 'fail', { where: `${authority}, ${at}`, why });
    else stamps.push({ authority, at, size, trusted: judged.isTrusted === true });
  }
  if (stamps.some(({ trusted }) => trusted)) note('timestamp', 'pass');
  else if (stamps.length > 0)
    note('timestamp', 'untrusted', { why: 'no certificates were given that its authority must lead to (anchors add --ca)' });
  return stamps.toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

/** The log of today must go on from the checkpoint that was stamped. */
async function whyNotExtended(
  { checkpoint }: Anchor,
  { prover, verifier }: { readonly prover: LogProver | undefined; readonly verifier: NoteVerifier },
): Promise<string | undefined> {
  try {
    await prover?.proveExtension(openCheckpoint(checkpoint, verifier));
    return undefined;
  } catch (error) {
    return asDualwatchError(error).message;
  }
}
