import { canonicalJson } from '../../model/canonical-json.ts';
import type { Json } from '../../model/canonical-json.ts';
import { timestampOf } from '../package/index-line.ts';
import { surt } from '../package/surt.ts';
import { ByteFeed } from '../zip/byte-feed.ts';
import { gunzipMember } from '../zip/gunzip-member.ts';
import type { Findings } from './findings.ts';
import { digestOf } from './labelled-digest.ts';
import { checkBlocks } from './check-blocks.ts';
import { stringOf } from './manifest.ts';
import type { PackageMembers } from './package-members.ts';
import { readLines } from './read-lines.ts';
import type { BookedRecord, RecordBook } from './record-book.ts';
import { strictObject } from './strict-json.ts';

const MAX_LINE_BYTES = 1024 * 1024;
/** Lines beyond the records there are can only be wrong. */
const SPARE_LINES = 1000;
const CLOSING_BYTES = 4;
const KNOWN = new Set(['url', 'digest', 'mime', 'filename', 'offset', 'length', 'status', 'recordDigest']);

/** Index against records, then records against index. */
export async function checkIndex(members: PackageMembers, book: RecordBook, own: boolean, findings: Findings): Promise<void> {
  const names = members.names.filter((name) => /^indexes\/.+\.(?:cdxj?|cdx\.gz)$/.test(name));
  let lines = 0;
  for (const name of names) {
    let [before, at] = ['', 0];
    const fail = (why: string): void => findings.fail('index', at === 0 ? name : `${name}, line ${at}`, why);
    try {
      const content = name.endsWith('.gz') ? gunzipped(members.open(name)) : members.open(name);
      for await (const line of readLines(content, MAX_LINE_BYTES)) {
        at = line.number;
        lines += 1;
        if (lines > book.count + SPARE_LINES) throw new Error(`the index has more lines than there are records (${book.count})`);
        if (line.text === '' || line.text.startsWith('!meta ')) {
          if (own) fail('it is no index line');
          continue;
        }
        if (own && (!line.ended || Buffer.compare(Buffer.from(before), Buffer.from(line.text)) >= 0))
          fail('it is not in its place: our indexes are sorted, each line once');
        before = line.text;
        const wrong = checkLine(line.text, book, own);
        if (wrong !== undefined) fail(wrong);
      }
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
    }
  }
  await checkBlocks(members, findings);
  if (names.length === 0) findings.note('index', 'absent', 'no CDXJ index is in it');
  if (names.length === 0 && !own) return;
  for (const record of book) {
    if (record.indexed || !mustBeIndexed(record, own)) continue;
    findings.fail(
      'index',
      `${record.file}, byte ${record.offset}`,
      `the ${record.type} record of ${record.url.slice(0, 200)} is in no index`,
    );
  }
  if (!findings.failed('index')) findings.note('index', 'pass');
}

function mustBeIndexed({ type, url }: BookedRecord, own: boolean): boolean {
  return own ? ['response', 'resource', 'revisit'].includes(type) && url !== '' : type === 'response' && /^https?:/i.test(url);
}

/** What is wrong with a line; marks the record that it names. */
function checkLine(text: string, book: RecordBook, own: boolean): string | undefined {
  const parts = /^(\S+) (\d{1,17}) (\{.*\})\s*$/.exec(text);
  if (parts === null) return 'it is not a key, a time and JSON';
  const [, key = '', time = '', json = ''] = parts;
  const line = strictObject(json);
  const number = (name: string): number => (/^(?:0|[1-9][0-9]{0,15})$/.test(String(line[name])) ? Number(line[name]) : -1);
  const record = book.at(`archive/${String(line['filename'])}`, number('offset'));
  if (record === undefined) return `no record begins at byte ${String(line['offset'])} of ${String(line['filename']).slice(0, 200)}`;
  if (record.indexed) return `it names the record at byte ${record.offset} of ${record.file} a second time`;
  record.indexed = true;
  const wrong = (what: string, says: unknown, is: unknown): string =>
    `it gives the record at byte ${record.offset} of ${record.file} another ${what} (${String(says).slice(0, 200)}) than it has (${String(is).slice(0, 200)})`;
  if (line['url'] !== record.url) return wrong('url', line['url'], record.url);
  const length = number('length');
  const bare = !record.gzip && length === record.length - CLOSING_BYTES;
  if (length !== record.length && (own || !bare)) return wrong('length', line['length'], record.length);
  const recordTime = timestampOf(record.date);
  if (own ? time !== recordTime : !recordTime.startsWith(time.slice(0, recordTime.length))) return wrong('time', time, recordTime);
  if (!digestFits(line['digest'], record, own)) return wrong('digest', line['digest'], record.declared ?? `sha256:${record.entity}`);
  const recordDigest = line['recordDigest'];
  if (
    (own || recordDigest !== undefined) &&
    recordDigest !== `sha256:${record.sha256}` &&
    !(recordDigest === `sha256:${record.bareSha256}` && !own)
  )
    return wrong('recordDigest', recordDigest, `sha256:${record.sha256}`);
  const status = line['status'];
  if (record.status !== undefined ? String(status) !== String(record.status) : own && status !== undefined)
    return wrong('status', status, record.status);
  const mime = (stringOf(line['mime']) ?? '').toLowerCase();
  if (
    own
      ? line['mime'] !== (record.mime === '' ? 'application/octet-stream' : record.mime)
      : record.mime !== '' && mime !== '' && mime !== record.mime && !mimeOfOthers.has(mime)
  )
    return wrong('mime', line['mime'], record.mime);
  if (!own) return undefined;
  if (key !== surt(record.url)) return wrong('key', key, surt(record.url));
  if (Object.keys(line).some((name) => !KNOWN.has(name)) || canonicalJson(line as Json) !== json || text.endsWith(' '))
    return 'its JSON is not of the one form that ours have';
  return undefined;
}

/** What other indexers write where an answer has no type, or is of no page. */
const mimeOfOthers: ReadonlySet<string> = new Set(['unk', 'warc/revisit', '-']);

function digestFits(listed: unknown, record: BookedRecord, own: boolean): boolean {
  if (own) return listed === (record.type === 'revisit' ? record.declared : `sha256:${record.entity}`);
  if (listed === undefined || listed === '-') return true;
  const found = typeof listed === 'string' ? digestOf(listed) : undefined;
  if (found === undefined) return false;
  return [record.declared, `sha256:${record.entity}`, `sha256:${record.payload}`].some((digest) => {
    const known = digest === undefined ? undefined : digestOf(digest);
    return known?.algorithm === found.algorithm && known.bytes.equals(found.bytes);
  });
}

async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const feed = new ByteFeed(chunks);
  while (await feed.fill(1)) yield* gunzipMember(feed);
}
