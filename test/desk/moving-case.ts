import { COPY, ENGLISH, NOTICE, page, SAID_IN_ENGLISH } from '../e2e/case-pages.ts';
import { feedOf, openPublisher } from '../e2e/publisher.ts';
import type { ServedDesk } from './serve-desk.ts';
import { GONE, LISTED_BUYER, listFile, WALL, WATCHED_LIST } from './story-pages.ts';

/** A watcher under these settings sees in seconds what took weeks. */
export const SECONDS_FOR_WEEKS = { DUALWATCH_SOURCE_EVERY: '1s', DUALWATCH_FOLLOW_DEFAULT: '1s' } as const;

/** What a visit of the watcher brings is there within so long, also on a busy machine. */
export const VISIT = { timeout: 60_000 } as const;

const BUYER = `采购商：${LISTED_BUYER}。`;
const FIRST = { ...NOTICE, paragraphs: [...NOTICE.paragraphs, BUYER] };
const EDITED = { ...FIRST, paragraphs: FIRST.paragraphs.map((text) => text.replace('俄罗斯采购商', '国外采购商')) };
const SAME = { ...COPY, title: '国外采购商求购无人机探测设备', paragraphs: FIRST.paragraphs };

/** The case as it happens on loopback: what the association publishes, changes, hides and removes, when the test says so. */
export interface MovingCase {
  readonly title: string;
  readonly copyTitle: string;
  readonly buyer: string;
  readonly claim: string;
  /** Feed of the association. */
  readonly feed: string;
  /** What a newspaper wrote. */
  readonly report: string;
  publish(): void;
  edit(): void;
  /** For one visit. */
  hide(): void;
  remove(): void;
  /** The same text on another account, in the same feed. */
  copy(): void;
  close(): Promise<void>;
}

/** Opens a platform of accounts and a newspaper at two addresses that begin with this, and puts the list with the buyer into the home. */
export async function openMovingCase(desk: ServedDesk, addresses: string): Promise<MovingCase> {
  const [platform, press] = [await openPublisher(`${addresses}1`), await openPublisher(`${addresses}2`)];
  press.set('/watched.json', listFile(WATCHED_LIST));
  await desk.ask('POST', '/api/v1/lists', { list: `${press.origin}/watched.json`, name: 'watched', allowPrivate: true });
  press.set('/report', page(ENGLISH));
  const listed = [
    { url: `${platform.origin}/notice`, title: FIRST.title },
    { url: `${platform.origin}/city`, title: SAME.title },
  ];
  const list = (count: number): void => platform.set('/feed.xml', feedOf(listed.slice(0, count)));
  list(0);
  return {
    title: FIRST.title,
    copyTitle: SAME.title,
    buyer: 'Stroymontazhinvest LLC',
    claim: SAID_IN_ENGLISH,
    feed: `${platform.origin}/feed.xml`,
    report: `${press.origin}/report`,
    publish: () => {
      platform.set('/notice', page(FIRST));
      list(1);
    },
    edit: () => platform.set('/notice', page(EDITED)),
    hide: () => {
      const before = platform.visits('/notice');
      platform.set('/notice', WALL);
      // A host that blocks three times in a row would be left alone.
      const seen = setInterval(() => {
        if (platform.visits('/notice') === before) return;
        clearInterval(seen);
        platform.set('/notice', page(EDITED));
      }, 10);
    },
    remove: () => platform.set('/notice', GONE),
    copy: () => {
      platform.set('/city', page(SAME));
      list(2);
    },
    async close() {
      await platform.close();
      await press.close();
    },
  };
}
