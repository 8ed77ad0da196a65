import { canonicalJson, type Json } from '../../model/canonical-json.ts';
import type { Digest } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Notice, StoredReading } from '../../model/notice.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import type { Store } from '../../store/port.ts';
import type { LogEntry } from '../../store/evidence-port.ts';
import { MissingEntry } from '../../evidence/entry-reader.ts';
import type { ArchivedCapture } from '../../evidence/package/archive-capture.ts';
import type { EntryLine, PageLine, PagesHeader } from '../../evidence/package/layout.ts';
import { showsPage } from '../../evidence/package/page-record.ts';
import type { Unstamped } from './export-package.ts';
import { partiesIn } from '../persons-in.ts';
import { shownReading } from '../shown/shown-reading.ts';

/** A line of JSON as packages have it. */
export function jsonLine(value: object): string {
  return `${canonicalJson(value as Json)}\n`;
}

/** Entries read from the store at a time, where they stand in a row. */
const BATCH = 256;

/** Entries of these indexes, in order. Throws `evidence-invalid` for one that is missing. */
export async function* entriesOf(store: Pick<Store, 'readLog'>, indexes: readonly number[]): AsyncGenerator<LogEntry, void, undefined> {
  for (let at = 0; at < indexes.length;) {
    const first = indexes[at] ?? 0;
    let end = at + 1;
    while (end < indexes.length && end - at < BATCH && indexes[end] === first + end - at) end += 1;
    const entries = await store.readLog(first, first + end - at);
    const gap = entries.findIndex(({ index }, n) => index !== first + n);
    if (gap >= 0 || entries.length < end - at) throw new MissingEntry(first + (gap >= 0 ? gap : entries.length));
    yield* entries;
    at = end;
  }
}

/** Captures and observations among the entries from this index on: those that a time-stamp over so many entries does not cover. */
export async function countFrom(size: number, store: Pick<Store, 'readLog'>, indexes: readonly number[]): Promise<Unstamped> {
  let [captures, observations] = [0, 0];
  for await (const { bytes } of entriesOf(
    store,
    indexes.filter((index) => index >= size),
  )) {
    const { type } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { readonly type?: unknown };
    if (type === 'capture') captures += 1;
    else if (type === 'observation') observations += 1;
  }
  return { captures, observations };
}

/** Lines of `evidence/entries.jsonl`. */
export async function* entryLines(entries: AsyncIterable<LogEntry>): AsyncGenerator<string, void, undefined> {
  for await (const { index, bytes } of entries) yield jsonLine({ index, entry: Buffer.from(bytes).toString('utf8') } satisfies EntryLine);
}

/** Lines of `pages/pages.jsonl`: the captures of the notices' own pages, oldest first. */
export async function* pageLines(
  title: string,
  archived: readonly ArchivedCapture[],
  readingsOf: (capture: Digest) => Promise<readonly StoredReading[]>,
  reveal: boolean,
): AsyncGenerator<string, void, undefined> {
  yield jsonLine({ format: 'json-pages-1.0', id: 'pages', title } satisfies PagesHeader);
  const pages = archived.flatMap(({ capture, page }) =>
    page !== undefined && showsPage({ notice: capture.noticeId, mode: capture.mode }) ? [{ capture, page }] : [],
  );
  for (const { capture, page } of pages.toSorted(oldestFirst)) {
    const readings = (await readingsOf(capture.sha256)).map((reading) => shownReading(reading, reveal));
    const line: PageLine = {
      id: capture.sha256,
      url: page.url,
      ts: page.ts,
      title: readings.find((reading) => reading.title !== null)?.title ?? page.url,
      ...(readings.length > 0 && { text: joinedTexts(readings) }),
    };
    yield jsonLine(line);
  }
}

/** Lines of `evidence/notices.jsonl`: as `notices --json`, names of private persons that the notice's own words give away masked too. */
export async function* noticeLines(
  store: Pick<Store, 'readingOf'>,
  notices: readonly Notice[],
  reveal: boolean,
): AsyncGenerator<string, void, undefined> {
  for (const notice of notices) {
    const reading = reveal ? undefined : (await store.readingOf(notice.id))?.reading;
    yield jsonLine(reveal ? notice : maskedNotice(notice, reading && partiesIn(reading.text, reading.fields)));
  }
}

/** Text of `evidence/reading-….txt`: mostly one; a list that names several notices of the package has one text for each. */
export function joinedTexts(readings: readonly { readonly text: string }[]): string {
  return readings.map(({ text }) => text).join('\n\n');
}

/** Readings of a capture for all notices of a package that it speaks of. */
export async function readingsFor(
  store: Pick<Store, 'packages'>,
  capture: Digest,
  notices: readonly NoticeId[],
): Promise<readonly StoredReading[]> {
  const readings: StoredReading[] = [];
  for (const notice of notices) readings.push(...(await store.packages.readingsOf(capture, notice)));
  return readings;
}

type Page = { readonly capture: ArchivedCapture['capture']; readonly page: NonNullable<ArchivedCapture['page']> };

function oldestFirst(one: Page, other: Page): number {
  const [a, b] = [`${one.page.ts} ${one.capture.sha256}`, `${other.page.ts} ${other.capture.sha256}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
