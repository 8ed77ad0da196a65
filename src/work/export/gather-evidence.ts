import type { Digest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { CaptureRow, Notice } from '../../model/notice.ts';
import type { Store } from '../../store/port.ts';

/** Everything that a package of some notices speaks of. */
export interface GatheredEvidence {
  /** Each once, in the order asked for; `merged` are ids that became this notice. */
  readonly notices: readonly { readonly notice: Notice; readonly merged: readonly NoticeId[] }[];
  /** By digest: the order of the archive. `notices`: those that it shows or speaks of. */
  readonly captures: readonly { readonly capture: CaptureRow; readonly notices: readonly NoticeId[] }[];
  /** Log indexes, ascending. */
  readonly entries: readonly number[];
}

/** Throws `not-found`. */
export async function gatherEvidence(store: Pick<Store, 'findNotice' | 'packages'>, ids: readonly NoticeId[]): Promise<GatheredEvidence> {
  const notices = new Map<NoticeId, GatheredEvidence['notices'][number]>();
  const captures = new Map<Digest, { readonly capture: CaptureRow; readonly notices: NoticeId[] }>();
  const entries = new Set<number>();
  for (const id of ids) {
    const notice = await store.findNotice(id);
    if (notice === undefined) throw new DualwatchError('not-found', `there is no notice ${id}`);
    if (notices.has(notice.id)) continue;
    const evidence = await store.packages.evidenceOf(notice.id);
    notices.set(notice.id, { notice, merged: evidence.ids.filter((each) => each !== notice.id) });
    for (const capture of evidence.captures) {
      const known = captures.get(capture.sha256);
      if (known === undefined) captures.set(capture.sha256, { capture, notices: [notice.id] });
      else known.notices.push(notice.id);
    }
    for (const index of evidence.entries) entries.add(index);
  }
  return {
    notices: [...notices.values()],
    captures: [...captures.values()].toSorted((one, other) => (one.capture.sha256 < other.capture.sha256 ? -1 : 1)),
    entries: [...entries].toSorted((one, other) => one - other),
  };
}
