import type { Digest } from '../../model/digest.ts';
import { archiveMember, readingMember } from '../package/layout.ts';
import { showsPage } from '../package/page-record.ts';
import { isArchive } from './check-records.ts';
import type { ListedPage } from './check-pages.ts';
import type { Findings } from './findings.ts';
import type { LoggedFacts } from './logged-facts.ts';
import { readText } from './own-documents.ts';
import type { OwnPackage } from './package-info.ts';
import type { PackageMembers } from './package-members.ts';
import { isShownOf, standsThere } from './reread.ts';
import type { Reread, SeenAnew } from './reread.ts';
import type { BookedRecord, RecordBook } from './record-book.ts';

const MAX_READING_BYTES = 64 * 1024 * 1024;

/** Each reading is of a capture that is there, says what the list of pages says of it, and, where it can be read anew, what the capture says. */
export async function checkReadings(
  members: PackageMembers,
  pages: readonly ListedPage[],
  facts: LoggedFacts,
  info: OwnPackage,
  reread: Reread | undefined,
  findings: Findings,
): Promise<void> {
  const listed = new Map(pages.map((page) => [page.id, page]));
  const readings = members.names.filter((name) => name.startsWith('evidence/reading-'));
  let anew = 0;
  const unread: string[] = [];
  for (const name of readings) {
    const sha256 = (/-([0-9a-f]{64})\.txt$/.exec(name)?.[1] ?? '') as Digest;
    try {
      const text = await readText(members, name, MAX_READING_BYTES);
      const page = listed.get(sha256);
      if (!members.has(archiveMember(sha256))) findings.fail('readings', name, 'the capture that it is of is not in the package');
      if (page !== undefined && page.text !== text) findings.fail('readings', name, 'it says something else than the list of pages does');
      const seen = reread?.software === info.software ? await seeAnew(members, sha256, facts, reread) : undefined;
      if (seen === undefined) {
        unread.push(name);
        continue;
      }
      anew += 1;
      const holds = facts.readingOf(sha256) === undefined ? standsThere(text, seen, info.masked) : isShownOf(text, seen.text, info.masked);
      if (!holds) findings.fail('readings', name, 'it is not what the capture says: read anew it says something else');
      if (page?.title !== undefined && seen.title !== null && !isShownOf(page.title, seen.title, info.masked))
        findings.fail('readings', page.where, 'the title is not what the capture says');
    } catch (error) {
      findings.fail('readings', name, error instanceof Error ? error.message : String(error));
    }
  }
  for (const { where, id, text } of pages) {
    if (text !== undefined && !members.has(readingMember(id as Digest)))
      findings.fail('readings', where, 'it gives a text, but the package has no reading of that capture');
  }
  if (findings.failed('readings')) return;
  if (readings.length === 0) findings.note('readings', 'absent', 'no capture was read');
  else findings.note('readings', 'pass', `${anew} of ${readings.length} were read anew from their captures${notProven(unread)}`);
}

/** Told by name; of the rest, how many. */
const MOST_NAMED = 20;

function notProven(unread: readonly string[]): string {
  if (unread.length === 0) return '';
  const more = unread.length > MOST_NAMED ? ` and ${unread.length - MOST_NAMED} more` : '';
  return `; not proven by them, since this program reads them in another way: ${unread.slice(0, MOST_NAMED).join(', ')}${more}`;
}

/**
 * What a capture says today. Of one that showed a notice, only where that is what the log has of its visit: under another version of the reader nobody could compare. What showed none has nothing in the
 * log to compare with.
 */
async function seeAnew(members: PackageMembers, sha256: Digest, facts: LoggedFacts, reread: Reread): Promise<SeenAnew | undefined> {
  const name = archiveMember(sha256);
  const logged = facts.readingOf(sha256);
  const url = facts.captures.get(sha256)?.url;
  if (url === undefined || (members.entry(name)?.bytes ?? Number.POSITIVE_INFINITY) > MAX_READING_BYTES) return undefined;
  const archive = await members.read(name, MAX_READING_BYTES);
  const seen = archive === undefined ? null : reread.read(archive, name, url);
  if (seen === null) return undefined;
  return logged === undefined || seen.digest === logged.reading ? seen : undefined;
}

/** Each capture of a notice's own page has its line in the list of pages, at the record that shows it, in order of time. */
export function checkPageCaptures(
  members: PackageMembers,
  book: RecordBook,
  pages: readonly ListedPage[],
  facts: LoggedFacts,
  info: OwnPackage,
  findings: Findings,
): void {
  const ids = new Set<string>(info.notices.flatMap(({ id, merged }) => [id, ...merged]));
  const listed = new Map(pages.map((page) => [page.id, page]));
  pages.forEach((page, n) => {
    const before = pages[n - 1];
    if (before !== undefined && `${before.ts} ${before.id}` >= `${page.ts} ${page.id}`)
      findings.fail('pages', page.where, 'it is not in its place: our pages are in order of time, each once');
    if (!facts.captures.has(page.id)) findings.fail('pages', page.where, `no entry is of capture ${page.id.slice(0, 64)}`);
  });
  for (const name of members.names.filter(isArchive)) {
    const capture = facts.captures.get(name.slice('archive/'.length, -'.warc.gz'.length));
    if (capture === undefined) continue;
    const expected = shownBy([...book.in(name)], [capture.finalUrl, capture.url]);
    const page = listed.get(capture.sha256);
    const own = showsPage(capture) && ids.has(capture.notice ?? '');
    if (page === undefined ? own && expected !== undefined : expected?.url !== page.url || expected.date !== page.ts)
      findings.fail(
        'pages',
        page?.where ?? name,
        page === undefined
          ? 'the list of pages does not name this capture'
          : `it does not name the record that shows capture ${capture.sha256}`,
      );
  }
}

/** The last answer of the final address, else of the address asked, else the first of all. */
function shownBy(records: readonly BookedRecord[], urls: readonly string[]): BookedRecord | undefined {
  const shown = records.filter(({ type }) => type === 'response' || type === 'resource');
  return urls.map((url) => shown.findLast((record) => record.url === url)).find((record) => record !== undefined) ?? shown[0];
}
