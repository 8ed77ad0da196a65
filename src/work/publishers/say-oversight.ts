import { DualwatchError } from '../../model/errors.ts';
import { isPublisherId } from '../../model/publisher.ts';
import type { Store } from '../../store/port.ts';
import type { OversightLink, PublisherProfile } from '../../store/publisher-port.ts';
import { isOverseenBy } from './is-overseen-by.ts';
import { findPublisher } from './profile.ts';

export interface Said {
  readonly act: 'link' | 'unlink';
  /** Id, key or name. */
  readonly publisher: string;
  /** Another publisher, or the name of a body. */
  readonly overseer: string;
  readonly why: string;
  readonly by: string;
}

/** Records that somebody says who oversees a publisher, or takes that back. Throws `not-found`; `usage` for what cannot be. `other`: the overseer, where it is a publisher. */
export async function sayOversight(
  home: Pick<Store, 'publishers'>,
  { act, publisher: wanted, overseer, why, by }: Said,
  at: string,
): Promise<{ readonly recorded: OversightLink; readonly publisher: PublisherProfile; readonly other: PublisherProfile | undefined }> {
  if (why.trim() === '') throw new DualwatchError('usage', 'it needs a reason; the log keeps it');
  if (overseer === '' || overseer.length > 300) throw new DualwatchError('usage', 'the overseer is a name of at most 300 characters');
  const { publishers: store } = home;
  const publisher = await findPublisher(home, wanted);
  const known = await store.find(overseer);
  const linked = (await store.oversightOf(publisher.id))
    .filter((one) => one.link === 'link' && one.publisher === publisher.id)
    .map((one) => one.overseer);
  // A name that was linked may be that of a publisher since.
  const said = [...known.map(({ id }) => id), overseer].find((one) => linked.includes(one));
  if (act === 'unlink' && said === undefined)
    throw new DualwatchError('not-found', `nobody has said that ${overseer} oversees ${publisher.name}`);
  const other =
    act === 'unlink'
      ? known.find(({ id }) => id === said)
      : known.length > 1 || isPublisherId(overseer)
        ? await findPublisher(home, overseer)
        : known[0];
  if (other?.id === publisher.id) throw new DualwatchError('usage', 'a publisher does not oversee itself');
  if (act === 'link' && other !== undefined) await refuseLoop(home, publisher, other);
  const recorded = await store.recordOversight({ link: act, publisher: publisher.id, overseer: other?.id ?? overseer, why, by, at });
  return { recorded, publisher, other };
}

/** One of two that oversee each other is said wrongly, be others between them or not. */
async function refuseLoop(store: Pick<Store, 'publishers'>, publisher: PublisherProfile, overseer: PublisherProfile): Promise<void> {
  if (await isOverseenBy(store.publishers, overseer.id, publisher.id))
    throw new DualwatchError(
      'usage',
      `${publisher.name} is said to oversee ${overseer.name}, itself or by others between them; "dualwatch publishers unlink" takes back what is wrong first`,
    );
}
