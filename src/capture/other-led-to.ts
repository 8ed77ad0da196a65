import type { FollowedElsewhere } from '../observe/page-judgement.ts';
import type { PageInput } from '../read/read-page.ts';
import type { NoticeClaim } from '../store/port.ts';
import type { VisitContext } from './visit-context.ts';

/** The other notice at whose address a visit ended, as it was last seen; null where it was led nowhere, to no notice that is followed, or nothing is left of that one's captures. */
export async function otherLedTo(
  { store, recall, read, look: lookAt }: Pick<VisitContext, 'store' | 'recall' | 'read' | 'look'>,
  { noticeId, url }: Pick<NoticeClaim, 'noticeId' | 'url'>,
  { finalUrl = url }: PageInput,
): Promise<FollowedElsewhere | null> {
  if (finalUrl === url) return null;
  const other = await store.findNotice(finalUrl);
  if (other === undefined || other.id === noticeId) return null;
  const follow = (await store.followOf(other.id))?.follow;
  const capture = (follow?.newest ?? follow?.version)?.capture;
  const page = capture === undefined ? null : await recall(capture, other.url);
  if (page === null) return null;
  const reading = read({ ...page, status: 200 });
  const look = lookAt(page);
  return look === null || reading.state !== 'present' ? null : { url: other.url, page: { reading, look } };
}
