import { isPublisherId, type PublisherId } from '../../model/publisher.ts';
import type { PublisherStore } from '../../store/publisher-port.ts';

/** Whether people said that `overseer` oversees `id`, itself or by others between them. */
export async function isOverseenBy(store: Pick<PublisherStore, 'oversightOf'>, id: PublisherId, overseer: PublisherId): Promise<boolean> {
  const above = new Set<PublisherId>([id]);
  // What is added meanwhile is looked at too.
  for (const one of above)
    for (const { link, publisher, overseer: over } of await store.oversightOf(one))
      if (link === 'link' && publisher === one && isPublisherId(over)) above.add(over);
  return above.has(overseer);
}
