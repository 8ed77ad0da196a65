import type { CaptureRecord } from '../../model/log-record.ts';
import type { WarcRecord } from '../warc-records.ts';
import { targetOf } from './index-line.ts';

/** Whether a capture shows the page of a notice: not a list that names it, nor its pictures. */
export function showsPage({ notice, mode }: { readonly notice: string | null; readonly mode: string | null }): boolean {
  return notice !== null && mode !== 'images';
}

/** What of a record decides which one shows the page. */
export interface PageRecord {
  readonly url: string;
  /** WARC-Date. */
  readonly ts: string;
}

/**
 * Finds, record by record, the one that shows the page of a capture: the last response or resource of its final address, else of the address asked,
 * else the first of all. Undefined where the file holds none: nothing was answered.
 */
export class PageFinder {
  readonly #wanted: readonly string[];
  readonly #found: (PageRecord | undefined)[] = [];

  constructor(capture: Pick<CaptureRecord, 'url' | 'finalUrl'>) {
    this.#wanted = [capture.finalUrl, capture.url];
  }

  look(record: WarcRecord): void {
    if (record.type !== 'response' && record.type !== 'resource') return;
    const found = { url: targetOf(record), ts: record.field('WARC-Date') ?? '' };
    this.#wanted.forEach((url, n) => {
      if (url === found.url) this.#found[n] = found;
    });
    this.#found[this.#wanted.length] ??= found;
  }

  get page(): PageRecord | undefined {
    return this.#found.find((found) => found !== undefined);
  }
}
