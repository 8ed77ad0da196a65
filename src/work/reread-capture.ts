import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '../model/digest.ts';
import type { PageReading } from '../model/reading.ts';
import { readingDigest } from '../observe/reading-digest.ts';
import type { PageInput } from '../read/read-page.ts';
import { capturePath } from '../evidence/capture-files.ts';
import { headerOf } from '../evidence/http-message.ts';
import { readRendered } from '../evidence/warc-of-browser.ts';
import { readFileWarc } from '../evidence/warc-of-file.ts';
import { readCapture, type CaptureLimits } from '../evidence/warc-reader.ts';

/**
 * Digest of what `read` sees in the stored capture of an address; null where it does not show the notice.
 * So it is where the file is gone or broken: a visit goes on without it, and `log verify` is the one to tell.
 */
export async function rereadCapture(
  home: string,
  read: (page: PageInput) => PageReading,
  capture: Digest,
  url: string,
): Promise<Digest | null> {
  try {
    const page = await recallCapture(home, capture, url);
    const reading = page && read(page);
    return reading?.state === 'present' ? readingDigest(reading) : null;
  } catch {
    return null;
  }
}

/** The page in the stored capture of an address; null where the file is gone or broken: `log verify` is the one to tell. */
export async function recallCapture(home: string, capture: Digest, url: string): Promise<PageInput | null> {
  try {
    const path = capturePath(capture);
    return storedPage(await readFile(join(home, path)), path, url);
  } catch {
    return null;
  }
}

/** `rendered`: the document that a browser held stands in the place of the page's own bytes. */
export type StoredPage = PageInput & { readonly rendered?: true };

/** The page as a stored capture shows it; null where nothing was answered. Throws `evidence-invalid`, and `input-too-large` over `limits`. */
export function storedPage(bytes: Uint8Array, path: string, url: string, limits: Partial<CaptureLimits> = {}): StoredPage | null {
  if (url.startsWith('file:')) {
    const file = readFileWarc(bytes, path);
    return { bytes: file.bytes, url, contentType: file.contentType };
  }
  const rendered = readRendered(bytes, path, limits);
  if (rendered)
    return {
      bytes: rendered.bytes,
      url,
      finalUrl: rendered.url,
      status: rendered.status,
      contentType: 'text/html; charset=utf-8',
      rendered: true,
    };
  const { hops } = readCapture(bytes, path, limits);
  const last = hops.at(-1);
  if (!last?.response) return null;
  return {
    bytes: last.response.body,
    url,
    finalUrl: last.url,
    status: last.response.status,
    contentType: headerOf(last.response, 'content-type') ?? null,
    headers: last.response.headers,
    redirects: hops.slice(1).map((hop) => hop.url),
  };
}
