import type { Digest } from '../../model/digest.ts';
import { headerOf } from '../http-message.ts';
import { statusIn } from './payload-hash.ts';
import type { ScannedRecord } from './scan-warc.ts';

/** What is kept of a record to hold index, pages and log entries against it. */
export interface BookedRecord {
  /** Member that holds it. */
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  readonly gzip: boolean;
  readonly type: string;
  readonly url: string;
  readonly date: string;
  /** `WARC-IP-Address`. */
  readonly ip: string | undefined;
  readonly status: number | undefined;
  /** Of the HTTP answer, else of the block; lower case, without parameters. Empty where none is named. */
  readonly mime: string;
  readonly payload: Digest;
  readonly entity: Digest;
  /** `WARC-Payload-Digest`, where it holds or cannot be computed from this record. */
  readonly declared: string | undefined;
  readonly sha256: Digest;
  readonly bareSha256: Digest;
  indexed: boolean;
}

export function bookedRecord(file: string, record: ScannedRecord): BookedRecord {
  const hex = (bytes: Buffer | undefined): Digest => (bytes?.toString('hex') ?? '') as Digest;
  const head = record.payload.head;
  const mime =
    record.type === 'revisit' ? 'warc/revisit' : head === undefined ? record.field('content-type') : headerOf(head, 'content-type');
  return {
    file,
    offset: record.offset,
    length: record.length,
    gzip: record.gzip,
    type: record.type,
    url: record.url,
    date: record.date,
    ip: record.field('WARC-IP-Address'),
    status: record.type === 'revisit' ? undefined : statusIn(record.payload),
    mime: /^[^\s;,]+/.exec(mime ?? '')?.[0].toLowerCase() ?? '',
    payload: hex(record.payload.stored.get('sha256')),
    entity: hex(record.payload.entity.get('sha256')),
    declared: record.payloadDigest === 'differs' ? undefined : record.field('WARC-Payload-Digest'),
    sha256: record.sha256,
    bareSha256: record.bareSha256,
    indexed: false,
  };
}

/** The records of all archive files of a package, by file and offset, and their addresses. */
export class RecordBook {
  readonly #byFile = new Map<string, Map<number, BookedRecord>>();
  /** Times of records that are no requests, by address. */
  readonly #shown = new Map<string, Set<string>>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(record: BookedRecord): void {
    const file = this.#byFile.get(record.file) ?? new Map<number, BookedRecord>();
    this.#byFile.set(record.file, file);
    file.set(record.offset, record);
    if (record.type !== 'request') {
      const times = this.#shown.get(record.url) ?? new Set<string>();
      this.#shown.set(record.url, times);
      times.add(record.date);
    }
    this.#count += 1;
  }

  at(file: string, offset: number): BookedRecord | undefined {
    return this.#byFile.get(file)?.get(offset);
  }

  /** Whether a record is of that address, and of that time where one is given. */
  shows(url: string, date?: string): boolean {
    const times = this.#shown.get(url);
    return times !== undefined && (date === undefined || times.has(date));
  }

  /** In the order of the file. */
  in(file: string): Iterable<BookedRecord> {
    return this.#byFile.get(file)?.values() ?? [];
  }

  *[Symbol.iterator](): Generator<BookedRecord> {
    for (const file of this.#byFile.values()) yield* file.values();
  }
}
