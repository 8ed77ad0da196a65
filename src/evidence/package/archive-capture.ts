import { open } from 'node:fs/promises';
import type { Json } from '../../model/canonical-json.ts';
import type { CaptureRow } from '../../model/notice.ts';
import { DualwatchError } from '../../model/errors.ts';
import { fileTrouble } from '../../model/file-trouble.ts';
import { storedRecords } from '../warc-file-records.ts';
import type { WarcRecord } from '../warc-records.ts';
import type { ZipWriter, WrittenMember } from '../zip/zip-writer.ts';
import { indexLine } from './index-line.ts';
import { archiveMember } from './layout.ts';
import type { LeftOut } from './layout.ts';
import { PageFinder } from './page-record.ts';
import type { PageRecord } from './page-record.ts';
import type { SortedLines } from './sorted-lines.ts';

/** What a capture file says of itself, for pages and custody. */
export interface ArchivedCapture {
  readonly capture: CaptureRow;
  /** The record that shows the page; undefined where nothing was answered. */
  readonly page: PageRecord | undefined;
  /** As its warcinfo and metadata state; null where they do not. */
  readonly software: string | null;
  readonly operator: string | null;
  readonly system: string | null;
  /** Name and version of the browser that loaded the page, where one did. */
  readonly browser: string | null;
  readonly endedAt: string | null;
}

/**
 * Copies a capture file of the home at `path` into the zip and its records into the index, reading it once. A file that is missing or is not what its name says leaves nothing
 * behind: the answer is then why.
 */
export async function archiveCapture(
  zip: ZipWriter,
  index: SortedLines,
  capture: CaptureRow,
  path: string,
): Promise<{ readonly archived: ArchivedCapture; readonly member: WrittenMember } | LeftOut['why']> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new DualwatchError('input-unreadable', `${path} cannot be read: ${fileTrouble(error)}`, { cause: error });
  });
  if (file === undefined) return 'missing';
  try {
    const { size } = await file.stat();
    const name = archiveMember(capture.sha256);
    const writer = zip.begin(name, size);
    const about = new CaptureFacts(capture);
    const lines: string[] = [];
    try {
      for await (const record of storedRecords(file, path)) {
        await writer.write(record.stored);
        about.look(record);
        const line = indexLine(record, name.slice(name.indexOf('/') + 1));
        if (line !== undefined) lines.push(line);
      }
    } catch (error) {
      if (!(error instanceof DualwatchError) || error.code !== 'evidence-invalid') throw error;
      writer.abandon();
      return 'damaged';
    }
    if (writer.digest() !== capture.sha256) {
      writer.abandon();
      return 'damaged';
    }
    await index.add(lines);
    return { archived: about.facts(), member: await writer.end() };
  } finally {
    await file.close();
  }
}

/** Gathers what a file says of itself while its records pass. */
class CaptureFacts {
  readonly #capture: CaptureRow;
  readonly #pages: PageFinder;
  #info = '';
  #noted: { readonly [key: string]: Json | undefined } = {};

  constructor(capture: CaptureRow) {
    this.#capture = capture;
    this.#pages = new PageFinder(capture);
  }

  look(record: WarcRecord): void {
    this.#pages.look(record);
    if (record.type === 'warcinfo' && this.#info === '') this.#info = Buffer.from(record.block).toString('utf8', 0, 10_000);
    if (record.type === 'metadata' && record.field('Content-Type') === 'application/json') this.#noted = memberOf(parsed(record.block));
  }

  facts(): ArchivedCapture {
    const visit = memberOf(this.#noted['visit']);
    const hops = this.#noted['hops'];
    const last = memberOf(Array.isArray(hops) ? (hops as readonly Json[]).at(-1) : undefined);
    return {
      capture: this.#capture,
      page: this.#pages.page,
      software: this.#field('software'),
      operator: this.#field('operator'),
      system: textOf(visit['system']),
      browser: textOf(memberOf(visit['browser'])['product']),
      endedAt: textOf(visit['endedAt']) ?? textOf(last['endedAt']),
    };
  }

  #field(name: string): string | null {
    return new RegExp(`^${name}:[ \\t]*(.+?)\\r?$`, 'im').exec(this.#info)?.[1] ?? null;
  }
}

function parsed(block: Uint8Array): Json | undefined {
  try {
    return JSON.parse(Buffer.from(block).toString('utf8')) as Json;
  } catch {
    return undefined;
  }
}

function memberOf(value: Json | undefined): { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json | undefined })
    : {};
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
