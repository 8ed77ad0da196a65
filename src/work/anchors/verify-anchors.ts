import type { Anchor } from '../../model/anchor.ts';
import { asDualwatchError } from '../../model/errors.ts';
import type { Store } from '../../store/port.ts';
import { openCheckpoint } from '../../evidence/checkpoint.ts';
import type { NoteVerifier } from '../../evidence/note.ts';
import type { EarlierHead } from '../../evidence/verify-log.ts';
import type { Fault } from '../verify-home.ts';
import { verifyAnchor } from './verify-anchor.ts';

export interface AnchorsChecked {
  /** Anchors kept, and how many of them lead to certificates that were given for their authority. */
  readonly count: number;
  readonly trusted: number;
  /** When the newest was stamped; null where there is none. */
  readonly newestAt: string | null;
}

const BATCH = 100;

/** The checkpoints that authorities stamped, each once: the log must lead to every one of them. */
export async function anchoredHeads(store: Pick<Store, 'anchors'>): Promise<readonly EarlierHead[]> {
  const heads = new Map<string, EarlierHead>();
  for await (const { checkpoint: text, authority, at } of allAnchors(store))
    if (!heads.has(text)) heads.set(text, { what: `the checkpoint that ${authority} stamped at ${at}`, text });
  return [...heads.values()];
}

/** Checks every kept answer anew. Stops at the first that does not hold. */
export async function verifyAnchors(
  store: Pick<Store, 'anchors'>,
  verifier: NoteVerifier,
): Promise<{ readonly faults: readonly Fault[] } & AnchorsChecked> {
  const roots = new Map((await store.anchors.authorities()).map((one) => [one.url, one.roots]));
  let [count, trusted] = [0, 0];
  let newestAt: string | null = null;
  for await (const anchor of allAnchors(store)) {
    const { why, isTrusted } = judgeAnchor(anchor, roots.get(anchor.url) ?? null, verifier);
    if (why !== undefined)
      return {
        faults: [{ index: null, why: `the time-stamp of ${anchor.authority} over ${anchor.size} entries does not hold: ${why}` }],
        count,
        trusted,
        newestAt,
      };
    count += 1;
    if (isTrusted) trusted += 1;
    if (newestAt === null || anchor.at > newestAt) newestAt = anchor.at;
  }
  return { faults: [], count, trusted, newestAt };
}

/** What is wrong with a kept answer, judged by itself and against what the database says of it; or whether it leads to certificates that were given for its authority. */
export function judgeAnchor(
  anchor: Anchor,
  roots: string | null,
  verifier: NoteVerifier,
): { readonly why?: string; readonly isTrusted?: boolean } {
  try {
    const verdict = verifyAnchor(anchor, roots);
    if (verdict.status === 'fail') return { why: verdict.why };
    if (verdict.at !== anchor.at) return { why: `the database says that it was made at ${anchor.at}, and it says ${verdict.at}` };
    if (openCheckpoint(anchor.checkpoint, verifier).size !== anchor.size)
      return { why: 'the database has another number of entries for it than its checkpoint' };
    return { isTrusted: verdict.status === 'pass' };
  } catch (error) {
    return { why: asDualwatchError(error).message };
  }
}

async function* allAnchors(store: Pick<Store, 'anchors'>): AsyncGenerator<Anchor> {
  for (let after = 0; ;) {
    const batch = await store.anchors.anchorsAfter(after, BATCH);
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last.num;
  }
}
