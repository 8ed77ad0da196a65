import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import { entityOf, headerOf, parseHead, splitMessage, statusOf } from '../http-message.ts';
import type { StoredRecord } from '../warc-file-records.ts';
import type { WarcRecord } from '../warc-records.ts';
import { surt } from './surt.ts';

/** Records that a viewer can show. */
const SHOWN: ReadonlySet<string> = new Set(['response', 'resource', 'revisit']);

/**
 * The CDXJ line of a record in the file `filename`, without its line break; undefined for a record that the index does not list.
 * `digest` is of the payload (transfer framing off, content coding on), `recordDigest` of the record as stored; numbers are strings, as in the field.
 */
export function indexLine(record: StoredRecord, filename: string): string | undefined {
  const url = targetOf(record);
  if (!SHOWN.has(record.type) || url === '') return undefined;
  const shown = shownBy(record);
  return `${surt(url)} ${timestampOf(record.field('WARC-Date') ?? '')} ${canonicalJson({
    url,
    digest: shown.digest,
    mime: shown.mime,
    filename,
    offset: String(record.offset),
    length: String(record.length),
    status: shown.status,
    recordDigest: `sha256:${sha256(record.stored)}`,
  })}`;
}

/** Address of a record, without the brackets that WARC 1.0 allowed. */
export function targetOf(record: WarcRecord): string {
  return (record.field('WARC-Target-URI') ?? '').replace(/^<(.*)>$/, '$1');
}

/** `2026-11-20T08:09:10.123Z` → `20261120080910123`: 14 digits, or 17 with milliseconds. */
export function timestampOf(date: string): string {
  const digits = date.replaceAll(/\D/g, '');
  return digits.slice(0, digits.length >= 17 ? 17 : 14).padEnd(14, '0');
}

function shownBy(record: WarcRecord): { readonly digest: string | undefined; readonly mime: string; readonly status: string | undefined } {
  const type = record.field('Content-Type');
  if (record.type === 'revisit') return { digest: record.field('WARC-Payload-Digest'), mime: 'warc/revisit', status: undefined };
  if (!/^application\/http\b/i.test(type ?? '')) return { digest: `sha256:${sha256(record.block)}`, mime: mimeOf(type), status: undefined };
  const message = splitMessage(record.block);
  const head = parseHead(message.head);
  return {
    digest: `sha256:${sha256(entityOf(head, message.body).bytes)}`,
    mime: mimeOf(headerOf(head, 'content-type')),
    status: String(statusOf(head)),
  };
}

/** `Text/HTML; charset=gbk` → `text/html`. */
function mimeOf(type: string | undefined): string {
  const bare = /^[^\s;,]+/.exec(type ?? '')?.[0];
  return bare === undefined ? 'application/octet-stream' : bare.toLowerCase();
}
