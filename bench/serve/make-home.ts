import { packagedCatalogue } from '../../src/work/packaged/catalogue.ts';
import { sha256 } from '../../src/model/digest.ts';
import { UNVISITED } from '../../src/model/follow-state.ts';
import type { NoticeId } from '../../src/model/ids.ts';
import type { NoticeSummary } from '../../src/model/notice.ts';
import type { ObservationState } from '../../src/model/observation.ts';
import type { Lang, PageReading } from '../../src/model/reading.ts';
import type { Source } from '../../src/model/source.ts';
import type { DerivedReading, HostAfter, NoticeVisit, Store } from '../../src/store/port.ts';
import { copiesRecipe } from '../../src/work/copies/copies-recipe.ts';
import { compareWaiting } from '../../src/work/copies/compare-waiting.ts';
import type { OpenHome } from '../../src/work/home.ts';
import { seeded } from '../seeded.ts';
import { fillerOf, plantedIn } from './notice-words.ts';

const SOURCES = 40;
const BATCH = 1000;
const START = Date.parse('2024-11-01T00:00:00Z');
const DAY = 86_400_000;
const FAR = Date.parse('2100-01-01T00:00:00Z');
const FINE: HostAfter = { answer: 'fine', holdUntil: null, holdReason: null, extraStarts: 0, paceMs: null };
const LANGS: readonly Lang[] = ['zh', 'zh', 'zh', 'ru', 'ru', 'uk', 'en'];
const PLACES = ['RU', 'RU', 'RU-MOW', 'UA', 'KZ', 'CN', 'CN-GD', 'IR', 'AE', 'TR'];
const CONTROLS = ['cn-dual-use 0A903.a', 'eu-dual-use 5A001.f', 'eu-dual-use 6A008', 'us-ccl 5A001.f', 'us-ccl 6A008', 'chpl 8543.70'];
const STATES: readonly ObservationState[] = [
  ...Array<ObservationState>(14).fill('present'),
  'changed',
  'changed',
  'removed',
  'removed',
  'removed',
  'unreachable',
];

/**
 * Fills a home with notices through the store's port, as visits and readings would leave them: visited, read, with goods, places and controls, none of them
 * due. One in 70 is known to be a copy of the one before it. The last is compared with all, which makes the index of copies.
 */
export async function makeHome(home: OpenHome, notices: number, note: (message: string) => void): Promise<void> {
  const { store } = home;
  const goods = [...packagedCatalogue().concepts.keys()].toSorted();
  const sources: Source[] = [];
  for (let n = 0; n < SOURCES; n += 1) sources.push(await addSource(store, n));
  for (let from = 0; from < notices; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, notices - from) }, (_, at) => from + at);
    const source = sources[(from / BATCH) % SOURCES] ?? sources[0];
    if (source === undefined) throw new Error('no source was made');
    const ids = await list(store, source, numbers);
    await store.recordVisits(numbers.map((n, at) => visited(n, ids[at] ?? missing(n))));
    await store.recordReadings(numbers.map((n, at) => read(n, ids[at] ?? missing(n), goods)));
    if ((from / BATCH) % 10 === 9) note(`${from + BATCH} notices`);
  }
  await compared(store, START + notices * 600_000);
  await compareWaiting(home, note);
}

async function compared(store: Store, at: number): Promise<void> {
  const recipe = copiesRecipe();
  for (;;) {
    const waiting = await store.copies.uncompared(recipe, 500);
    if (waiting.length <= 1) return;
    const found = waiting.slice(0, -1).map(({ noticeId, stamp, text }, n) => {
      const other = n % 70 === 69 ? waiting[n - 1] : undefined;
      const copy = { kind: 'edited', score: 0.9, containment: 0.9, otherStage: false, foundAt: new Date(at).toISOString() } as const;
      const copies =
        other === undefined ? [] : [{ ...copy, other: other.noticeId, capture: text.capture, otherCapture: other.text.capture }];
      return { noticeId, stamp, recipe, copies };
    });
    await store.copies.recordCopies(found, new Date(at).toISOString());
  }
}

async function addSource(store: Store, n: number): Promise<Source> {
  const url = `http://bench${n}.example/feed.xml`;
  const settings = {
    ...({ kind: 'feed', url, name: `Portal ${n}`, everyMs: 365 * DAY, followMs: 365 * DAY, robots: 'obey', robotsReason: null } as const),
    ...({ paceMs: null, allowPrivate: false, keep: 'changes', selector: null, credentials: {} } as const),
  };
  return store.addSource(settings, new Date(START).toISOString(), { at: FAR, class: 'check', rank: 0, intervalMs: settings.everyMs });
}

async function list(store: Store, source: Source, numbers: readonly number[]): Promise<readonly NoticeId[]> {
  const at = timeOf(numbers[0] ?? 0);
  const items = numbers.map((n) => ({ url: urlOf(n), title: titleOf(n), publishedAt: publishedOf(n), aliases: [`bench:${n}`] }));
  const { host } = new URL(source.url);
  await store.recordVisits([
    {
      kind: 'source',
      claim: { kind: 'source', source, memory: {}, errorStreak: 0, host, dueAt: START, startAt: START },
      capture: null,
      check: {
        type: 'check',
        source: source.id,
        url: source.url,
        at,
        outcome: 'ok',
        capture: null,
        confirms: null,
        payload: null,
        heads: [],
      },
      memory: {},
      health: { ok: true },
      due: { at: FAR, class: 'check', rank: 0, intervalMs: source.everyMs },
      items,
      hurry: [],
      host: FINE,
    },
  ]);
  const ids = await store.noticesByUrl(items.map(({ url }) => url));
  return items.map(({ url }, at) => ids.get(url) ?? missing(numbers[at] ?? 0));
}

function visited(n: number, noticeId: NoticeId): NoticeVisit {
  const at = timeOf(n);
  const state = STATES[n % STATES.length] ?? 'present';
  const reading = sha256(`reading ${n}`);
  const [url, seen] = [urlOf(n), state === 'unreachable' ? null : at];
  return {
    kind: 'notice',
    claim: {
      ...({ kind: 'notice', noticeId, url, firstSeenAt: at, follow: UNVISITED, summary: summaryOf(n, []), source: null } as const),
      ...({ host: new URL(url).host, dueClass: 'new', dueAt: START, startAt: START } as const),
    },
    capture: null,
    observation: {
      ...({
        type: 'observation',
        notice: noticeId,
        url,
        at,
        state,
        reason: null,
        removalKind: state === 'removed' ? 'publisher' : null,
      } as const),
      capture: null,
      confirms: null,
      payload: null,
      reading: seen === null ? null : reading,
      heads: [],
    },
    follow: {
      ...UNVISITED,
      state,
      reason: null,
      lastSeenPresentAt: seen,
      removal: state === 'removed' ? { kind: 'publisher', firstSeenGoneAt: at, confirmedAt: at, evidence: [] } : null,
      versions: state === 'changed' ? 2 : 1,
      reading,
      visits: 1,
      lastVisitAt: at,
    },
    due: null,
    aliases: [],
    drop: null,
    host: FINE,
  };
}

function read(n: number, noticeId: NoticeId, goods: readonly string[]): DerivedReading {
  const summary = summaryOf(n, goods);
  const body = `${plantedIn(n).join(' ')}\n${fillerOf(langOf(n), n, 60)}`;
  const reading: PageReading = {
    ...({
      state: 'present',
      reason: null,
      removalKind: null,
      reader: 'general/article',
      bodyBySite: false,
      charset: 'utf-8',
      site: null,
    } as const),
    ...({ title: summary.title, publisher: summary.publisher, author: null, publishedAt: summary.publishedAt } as const),
    ...({ publishedUncertaintySeconds: null, publishedZone: null, lang: summary.lang, text: `${summary.title}\n${body}` } as const),
    images: [],
    links: [],
    aliases: [],
    fields: {},
  };
  return { noticeId, capture: sha256(`capture ${n}`), recipe: 'bench', reading, mentions: [], summary, rank: null, from: 'page' };
}

function summaryOf(n: number, goods: readonly string[]): NoticeSummary {
  const random = seeded(n + 1);
  const some = (from: readonly string[], most: number): readonly string[] =>
    [
      ...new Set(Array.from({ length: Math.floor(random() * (most + 1)) }, () => from[Math.floor(from.length * random() ** 2)] ?? '')),
    ].filter((one) => one !== '');
  const priority = Math.floor(100 * random() ** 2);
  return {
    title: titleOf(n),
    publisher: `Publisher ${n % 3000}`,
    publishedAt: publishedOf(n),
    lang: langOf(n),
    goods: some(goods, 3),
    tradeNames: [],
    intents: some(['buy', 'sell', 'repair'], 1),
    places: some(PLACES, 2),
    destination: some(['RU', 'UA', 'KZ', 'IR'], 1),
    indicators: some(['BIS-KYC-12', 'BIS-KYC-07'], 1),
    controls: some(CONTROLS, 2),
    persons: [],
    listed: [],
    priority,
    reasons: [`goods +${priority >> 1}`, `destination +${priority - (priority >> 1)}`],
  };
}

function titleOf(n: number): string {
  return `${fillerOf(langOf(n), n + 1_000_000, 5)} ${n}`;
}

function langOf(n: number): Lang {
  return LANGS[n % LANGS.length] ?? 'zh';
}

function urlOf(n: number): string {
  return `http://site${n % 500}.example/notice/${n}`;
}

function timeOf(n: number): string {
  return new Date(START + n * 600_000).toISOString();
}

function publishedOf(n: number): string {
  return timeOf(n - 3).slice(0, n % 2 === 0 ? 10 : 24);
}

function missing(n: number): never {
  throw new Error(`notice ${n} was not listed`);
}
