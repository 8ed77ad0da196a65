import { DualwatchError } from '../../model/errors.ts';
import { isPublisherId, type PublisherId } from '../../model/publisher.ts';
import type { Notice } from '../../model/notice.ts';
import { loadOversightWords } from '../../catalogue/oversight.ts';
import { maskLine } from '../../recognise/mask-contacts.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import { overseerFinder } from '../../recognise/parties/overseers.ts';
import type { Store } from '../../store/port.ts';
import type { OversightLink, PublishedText, PublisherProfile } from '../../store/publisher-port.ts';

/** Somebody whom the texts of a publisher name as overseeing it, with the first notice that says so. */
export interface OverseerInText extends Pick<PublishedText, 'noticeId' | 'url' | 'capture'> {
  readonly name: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** In how many of the notices that were looked at. */
  readonly notices: number;
}

export interface WholeProfile extends PublisherProfile {
  /** What people said, where it still stands; `name` where the overseer is a publisher of this home. */
  readonly oversight: readonly (OversightLink & { readonly name: string })[];
  readonly overseersInText: readonly OverseerInText[];
  /** The newest, at most 50; all that vanished among the newest 1,000. */
  readonly latest: readonly Notice[];
  readonly vanished: readonly Notice[];
  /** Of the newest 1,000 those with several versions, and those with copies; at most 50 each. */
  readonly changed: readonly Notice[];
  readonly elsewhere: readonly Notice[];
}

const LATEST = 50;
const LOOKED_AT = 1000;
/** Boilerplate repeats itself: so many texts say what there is to say. */
const TEXTS = 200;

/** Throws `not-found`, and `usage` where several publishers have the name. */
export async function findPublisher(store: Pick<Store, 'publishers'>, wanted: string): Promise<PublisherProfile> {
  const found = await store.publishers.find(wanted);
  const [first, second] = found;
  if (first === undefined)
    throw new DualwatchError('not-found', `No publisher has the id, key or name "${wanted}"; "dualwatch publishers list" shows them`);
  if (second !== undefined)
    throw new DualwatchError(
      'usage',
      `${found.length} publishers are called "${wanted}"; name one by its id: ${found.map(({ id, host }) => `${id} (${host})`).join(', ')}`,
    );
  return first;
}

export async function profileOf(store: Store, wanted: string): Promise<WholeProfile> {
  const profile = await findPublisher(store, wanted);
  const notices = (await store.publishers.noticesOf(profile.id, LOOKED_AT)).map((notice) => maskedNotice(notice));
  const links = (await store.publishers.oversightOf(profile.id)).filter(({ link }) => link === 'link');
  return {
    ...profile,
    oversight: await Promise.all(
      links.map(async (link) => ({ ...link, name: await nameOf(store, link.publisher === profile.id ? link.overseer : link.publisher) })),
    ),
    overseersInText: overseersIn(await store.publishers.textsOf(profile.id, TEXTS)),
    latest: notices.slice(0, LATEST),
    vanished: notices.filter(({ state }) => state === 'removed'),
    changed: notices.filter(({ versions }) => versions > 1).slice(0, LATEST),
    elsewhere: notices.filter(({ copies }) => copies > 0).slice(0, LATEST),
  };
}

async function nameOf(store: Pick<Store, 'publishers'>, idOrName: PublisherId | string): Promise<string> {
  if (!isPublisherId(idOrName)) return idOrName;
  return (await store.publishers.find(idOrName))[0]?.name ?? idOrName;
}

function overseersIn(texts: readonly PublishedText[]): readonly OverseerInText[] {
  const finder = overseerFinder(loadOversightWords());
  const found = new Map<string, OverseerInText>();
  for (const { noticeId, url, capture, text } of texts)
    for (const { name, quote, start, end } of finder.find(text)) {
      const before = found.get(name);
      found.set(
        name,
        before === undefined
          ? { name, quote: maskLine(quote) ?? '', start, end, noticeId, url, capture, notices: 1 }
          : { ...before, notices: before.notices + 1 },
      );
    }
  return [...found.values()].toSorted((a, b) => b.notices - a.notices);
}
