import type { Anchor } from '../../model/anchor.ts';
import type { Store } from '../../store/port.ts';
import { openCheckpoint } from '../../evidence/checkpoint.ts';
import { formatConsistency } from '../../evidence/consistency-file.ts';
import type { LogProver } from '../../evidence/log-prover.ts';
import type { NoteVerifier } from '../../evidence/note.ts';
import { checkpointMember, compareMembers, consistencyMember, timestampMember } from '../../evidence/package/layout.ts';

/** Members of a package that say before when its entries were there, in the order of members. */
export interface Stamps {
  /** Earlier checkpoints, and that the package's checkpoint extends them. */
  readonly checkpoints: readonly (readonly [name: string, content: string])[];
  readonly timestamps: readonly (readonly [name: string, content: Uint8Array | string])[];
  /** Entries of the log that the last of them covers. */
  readonly reach: number;
}

/**
 * Of each authority, the first stamp that covers each of these entries: what was captured in spring is proved by the stamp of spring, not by today's.
 * Stamps over another log, or over more entries than the checkpoint has, are left out.
 */
export async function gatherStamps(
  store: Pick<Store, 'anchors'>,
  entries: readonly number[],
  prover: LogProver,
  verifier: NoteVerifier,
): Promise<Stamps> {
  const anchors = new Map<number, Anchor>();
  for (let at = 0; at < entries.length;) {
    const covering = await store.anchors.anchorsCovering((entries[at] ?? 0) + 1);
    for (const anchor of covering) anchors.set(anchor.num, anchor);
    // Entries under all of these need not be asked for again.
    const covered = Math.min(...covering.map(({ size }) => size));
    at = covering.length === 0 ? entries.length : entries.findIndex((index, n) => n > at && index >= covered);
    if (at < 0) break;
  }
  const bySize = Map.groupBy(
    [...anchors.values()].toSorted((one, other) => one.num - other.num),
    ({ size }) => size,
  );
  const [checkpoints, timestamps]: [[string, string][], [string, Uint8Array | string][]] = [[], []];
  let reach = 0;
  for (const [size, stamps] of bySize) {
    const proof = await proofOf(stamps[0]?.checkpoint ?? '', size, prover, verifier);
    if (proof === undefined) continue;
    checkpoints.push(...proof);
    reach = Math.max(reach, size);
    // What was stamped is the text of one checkpoint; Ed25519 gives one log one text for each size.
    const same = stamps.filter(({ checkpoint }) => checkpoint === stamps[0]?.checkpoint);
    same.forEach(({ response, chain, crl, ocsp }, n) => {
      timestamps.push([timestampMember(size, n + 1, 'tsr'), response]);
      if (chain !== '') timestamps.push([timestampMember(size, n + 1, 'chain.pem'), chain]);
      if (crl !== null) timestamps.push([timestampMember(size, n + 1, 'crl'), crl]);
      if (ocsp !== null) timestamps.push([timestampMember(size, n + 1, 'ocsp'), ocsp]);
    });
  }
  const byName = (one: readonly [string, unknown], other: readonly [string, unknown]): number => compareMembers(one[0], other[0]);
  return { checkpoints: checkpoints.toSorted(byName), timestamps: timestamps.toSorted(byName), reach };
}

/** The stamped checkpoint and its consistency proof; nothing where it is the package's own, undefined where it is none of this log. Throws `evidence-invalid` where the log was rewritten since. */
async function proofOf(
  text: string,
  size: number,
  prover: LogProver,
  verifier: NoteVerifier,
): Promise<readonly [string, string][] | undefined> {
  const head = prover.checkpoint;
  if (text === head.text) return [];
  if (size >= head.size || !text.startsWith(`${head.origin}\n`)) return undefined;
  const hashes = await prover.proveExtension(openCheckpoint(text, verifier));
  return [
    [checkpointMember(size), text],
    [consistencyMember(size, head.size), formatConsistency(hashes)],
  ];
}
