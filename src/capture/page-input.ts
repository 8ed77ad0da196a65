import type { PageInput } from '../read/read-page.ts';
import type { FetchedPage } from './fetch-page.ts';
import { decodedAsStored } from './warc-hops.ts';

/** What a fetched answer is to the reader; null where none came or nothing is in it (304). `limitBytes`: most that a content coding may unfold to. */
export function pageInputOf(limitBytes: number, url: string, { result }: FetchedPage): PageInput | null {
  if (!result?.ok || result.notModified) return null;
  const contentType = result.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? null;
  const last = result.hops.at(-1);
  // What broken coding gives depends on how the socket cut it; the same bytes from the capture must read the same for ever.
  const bytes = result.bodyProblem === undefined || last === undefined ? result.body : decodedAsStored(last, limitBytes);
  return {
    bytes,
    url,
    finalUrl: result.finalUrl,
    status: result.status,
    contentType,
    headers: result.headers,
    redirects: result.hops.slice(1).map((hop) => hop.url),
  };
}
