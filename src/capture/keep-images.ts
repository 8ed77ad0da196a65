import { arch, platform, release } from 'node:os';
import { DualwatchError } from '../model/errors.ts';
import type { Json } from '../model/canonical-json.ts';
import type { PageReading } from '../model/reading.ts';
import type { DueExtra } from '../store/extras-port.ts';
import { buildImagesWarc } from '../evidence/warc-of-images.ts';
import type { WarcHop } from '../evidence/warc-writer.ts';
import { isoTime } from './clock.ts';
import { madeFile, type MadeExtra } from './made-extra.ts';
import { BrokenOff, PutOff } from './put-off.ts';
import type { VisitContext } from './visit-context.ts';
import { allowanceOf, credentialsFor } from './visit-policy.ts';
import { warcHops } from './warc-hops.ts';

/**
 * The pictures that the reading of a notice names (WeChat's `data-src` too), as one capture of their own: under the rules for addresses and robots.txt
 * and at the pace of their hosts, so many and so large as the settings allow. One that is kept by its address is not asked for again, but under the
 * policy `all`. Throws `PutOff` where a host is held before anything came, `fetch-failed` where none answered. Writes nothing.
 */
export async function keepImages(context: VisitContext, extra: DueExtra, signal: AbortSignal): Promise<MadeExtra> {
  const { images: limits } = context.config;
  const { policy } = extra;
  const stored = await context.store.readingOf(extra.noticeId);
  const wanted = stored === undefined ? [] : imagesOf(stored.reading);
  const known =
    policy.keep === 'all'
      ? new Set()
      : await context.store.extras.keptImages(
          extra.noticeId,
          wanted.map(({ name }) => name),
        );
  const fresh = wanted.filter(({ name }) => !known.has(name));
  const startedMs = context.clock.now();
  const hops: WarcHop[] = [];
  const kept: string[] = [];
  const told: Json[] = [];
  let bytes = 0;
  /** A host that did not answer at all may do so later, or our own connection is lost. */
  let silent: string | null = null;
  for (const { url, name } of fresh.slice(0, limits.most)) {
    if (signal.aborted) break;
    if (bytes >= limits.maxTotal) {
      told.push({ url, notKept: `pictures of one notice together have more than ${limits.maxTotal} bytes` });
      continue;
    }
    const page = await context.fetcher
      .fetch({
        url,
        policy: { ...policy, credentials: credentialsFor(policy, extra.source, url) },
        allowPrivate: allowanceOf({ kind: 'notice', url: extra.url, source: extra.source }, policy),
        etag: null,
        lastModified: null,
        claimedHost: null,
        signal,
        limits: { bodyBytes: limits.maxBody, decodedBytes: limits.maxBody },
      })
      .catch((error: unknown) => {
        // A host that is held; where the program stops, what came so far is no capture.
        if (error instanceof PutOff && !(error instanceof BrokenOff) && hops.length > 0) return error;
        throw error;
      });
    const result = page instanceof PutOff ? null : page.result;
    if (result) hops.push(...warcHops(result));
    bytes += result?.hops.reduce((sum, hop) => sum + hop.responseBody.length, 0) ?? 0;
    const why = page instanceof PutOff ? page.message : (page.forbidden ?? (result?.ok === false ? result.failure.message : undefined));
    if (result?.ok === false && result.failure.lost === 'host') silent = result.failure.message;
    const status = result?.ok ? result.status : null;
    told.push({ url, status, ...(why === undefined ? {} : { notKept: why }) });
    if (status === 200) kept.push(name);
  }
  if (hops.length === 0 && silent !== null) throw new DualwatchError('fetch-failed', silent);
  const nothing = { extra, capture: null, file: null, images: [], note: null };
  if (hops.length === 0) return nothing;
  const at = isoTime(startedMs);
  const endedAt = isoTime(context.clock.now());
  const metadata: Json = {
    notice: extra.noticeId,
    source: extra.source && { id: extra.source.id, name: extra.source.name },
    asked: extra.url,
    startedAt: at,
    endedAt,
    reason: extra.reason,
    beside: extra.capture,
    reading: stored?.capture,
    images: told,
    tooMany: Math.max(0, fresh.length - limits.most),
    options: { robots: policy.robots, keep: policy.keep, allowPrivate: policy.allowPrivate, proxy: policy.proxy?.address },
    system: `Node ${process.versions.node}, ${platform()} ${release()} ${arch()}`,
  };
  const warc = await buildImagesWarc({ url: extra.url, at, endedAt, hops, software: context.software, metadata });
  return { extra, ...madeFile(extra, warc, { finalUrl: extra.url, status: null, ip: null, at, mode: 'images' }), images: kept, note: null };
}

/** Each once, under the name by which it is known again: a site's own pictures by path, since their queries differ from visit to visit. */
function imagesOf({ images, bodyBySite }: PageReading): readonly { readonly url: string; readonly name: string }[] {
  const found = new Map<string, string>();
  for (const url of images) {
    const name = bodyBySite ? url.replace(/[?#].*$/s, '') : url.replace(/#.*$/s, '');
    if (/^https?:/i.test(url) && url.length <= 4096 && !found.has(name)) found.set(name, url);
  }
  return [...found].map(([name, url]) => ({ url, name }));
}
