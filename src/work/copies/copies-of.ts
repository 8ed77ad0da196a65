import type { Aligned, CopyKind, Difference } from '../../model/copy.ts';
import type { Notice } from '../../model/notice.ts';
import { judgePrepared } from '../../copies/judge-pair.ts';
import type { FoundCopy, NoticeText } from '../../store/copy-port.ts';
import type { Store } from '../../store/port.ts';
import { openBackground } from './background.ts';
import { collectedText } from './judge-texts.ts';

/** Another notice with the text of a notice: one line of `copies <notice> --json`. */
export interface CopyOfNotice {
  readonly kind: CopyKind;
  readonly score: number;
  readonly containment: number;
  readonly other: Pick<Notice, 'id' | 'url' | 'title' | 'publisher' | 'publishedAt' | 'firstSeenAt' | 'state'>;
  /** The captures that were compared, the notice's own first: a text that was edited since still is a copy of what stood before. Null for a text that is no notice's. */
  readonly captures: readonly [string | null, string];
  /** Stretches that both have: `a` in the text of the notice, `b` in that of the other, of the captures that were compared. */
  readonly aligned: readonly Aligned[];
  readonly shared: readonly string[];
  readonly differs: readonly Difference[];
}

/** A copy with the texts that were compared; undefined where one is there no more. */
export interface ComparedCopy {
  readonly copy: CopyOfNotice;
  readonly other: Notice;
  readonly texts: { readonly own: NoticeText; readonly theirs: NoticeText } | undefined;
}

/** The copies of a notice, best first, with what they have in common and what differs. */
export async function* copiesOf(store: Pick<Store, 'copies' | 'findNotice'>, notice: Notice): AsyncGenerator<ComparedCopy> {
  for (const copy of await store.copies.copiesOf(notice.id)) {
    const other = await store.findNotice(copy.other);
    if (other === undefined) continue;
    const { id, url, title, publisher, publishedAt, firstSeenAt, state } = other;
    const { kind, score, containment, capture, otherCapture } = copy;
    const texts = await textsOf(store, notice, copy);
    yield {
      other,
      texts,
      copy: {
        kind,
        score,
        containment,
        other: { id, url, title, publisher, publishedAt, firstSeenAt, state },
        captures: [capture, otherCapture],
        ...comparison(texts),
      },
    };
  }
}

async function textsOf(
  store: Pick<Store, 'copies'>,
  { id }: Notice,
  { other, capture, otherCapture }: FoundCopy,
): Promise<ComparedCopy['texts']> {
  const own = await store.copies.textOf(id, capture);
  const theirs = await store.copies.textOf(other, otherCapture);
  return own && theirs && { own, theirs };
}

/** The texts are compared again: what is the same and what differs is kept nowhere. */
function comparison(texts: ComparedCopy['texts']): Pick<CopyOfNotice, 'aligned' | 'shared' | 'differs'> {
  if (texts === undefined) return { aligned: [], shared: [], differs: [] };
  const [own, theirs] = [collectedText(texts.own), collectedText(texts.theirs)];
  const { aligned, shared, differs } = judgePrepared(own.prepared(), theirs.prepared(), openBackground());
  return { aligned, shared, differs };
}
