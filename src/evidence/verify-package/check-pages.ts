import { canonicalJson } from '../../model/canonical-json.ts';
import type { Json } from '../../model/canonical-json.ts';
import { MEMBERS } from '../package/layout.ts';
import type { Findings } from './findings.ts';
import { stringOf } from './manifest.ts';
import type { PackageMembers } from './package-members.ts';
import { readLines } from './read-lines.ts';
import type { RecordBook } from './record-book.ts';
import { strictObject } from './strict-json.ts';

const MAX_LINE_BYTES = 64 * 1024 * 1024;
const MAX_PAGES = 1_000_000;

/** A line of pages.jsonl that names a page. */
export interface ListedPage {
  readonly where: string;
  readonly id: string;
  readonly url: string;
  readonly ts: string;
  readonly title: string | undefined;
  readonly text: string | undefined;
}

/** Lists of pages against records; of ours `onPage` is told each page, for what else must hold of it. */
export async function checkPages(
  members: PackageMembers,
  book: RecordBook,
  own: boolean,
  findings: Findings,
  onPage: (page: ListedPage) => void = () => undefined,
): Promise<void> {
  const names = members.names.filter((name) => (own ? name === MEMBERS.pages : /^pages\/.+\.jsonl$/.test(name)));
  let pages = 0;
  for (const name of names) {
    let [at, header] = [0, false];
    const fail = (why: string): void => findings.fail('pages', at === 0 ? name : `${name}, line ${at}`, why);
    try {
      for await (const { number, text, ended } of readLines(members.open(name), MAX_LINE_BYTES)) {
        at = number;
        if (text === '' && !own) continue;
        if (own && !ended) fail('it does not end in a line break');
        const line = strictObject(text);
        if (own && canonicalJson(line as Json) !== text) fail('its JSON is not of the one form that ours have');
        if (!header) {
          header = true;
          if (line['format'] !== 'json-pages-1.0') fail('it is not headed by {"format":"json-pages-1.0"}');
          continue;
        }
        pages += 1;
        if (pages > MAX_PAGES) throw new Error(`more than ${MAX_PAGES} pages are not looked at`);
        checkPage(line, `${name}, line ${number}`, book, own, { fail, onPage });
      }
      if (!header) fail('it is empty');
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }
  if (names.length === 0) findings.note('pages', 'absent', 'no list of pages is in it');
  else if (!findings.failed('pages')) findings.note('pages', 'pass');
}

function checkPage(
  line: { readonly [key: string]: unknown },
  where: string,
  book: RecordBook,
  own: boolean,
  to: { readonly fail: (why: string) => void; readonly onPage: (page: ListedPage) => void },
): void {
  const [url, ts, id] = [stringOf(line['url']), stringOf(line['ts']), stringOf(line['id'])];
  if (url === undefined || ts === undefined) {
    to.fail('a page has no url or no time');
    return;
  }
  if (!book.shows(url)) to.fail(`no record is of ${url.slice(0, 200)}`);
  else if (own && !book.shows(url, ts)) to.fail(`no record of ${url.slice(0, 200)} has the time ${ts}`);
  else if (Number.isNaN(Date.parse(ts))) to.fail(`"${ts.slice(0, 40)}" is no time`);
  to.onPage({ where, url, ts, id: id ?? '', title: stringOf(line['title']), text: stringOf(line['text']) });
}
