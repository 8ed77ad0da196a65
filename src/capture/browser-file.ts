import { arch, platform, release } from 'node:os';
import type { Json } from '../model/canonical-json.ts';
import type { CaptureRecord } from '../model/log-record.ts';
import type { Digest } from '../model/digest.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { BuiltWarc } from '../evidence/warc-file.ts';
import { buildBrowserWarc } from '../evidence/warc-of-browser.ts';
import type { WarcHop } from '../evidence/warc-writer.ts';
import type { BrowserVisit } from '../fetch/browser/browser-visit.ts';
import type { Exchange } from '../fetch/browser/traffic.ts';

/** What differs between the browser's bytes and those on the wire of a browser without us. */
const CONVERSION =
  'requests left the browser through a proxy of this program, which ended its TLS and opened its own to each host: heads and bodies are those that ' +
  'this proxy sent and received, in HTTP/1.1; headers that concern one connection alone are its own';

/** What is written about a browser's visit beside what it brought. `about`: of the notice, and why it was visited so. */
export function browserNotes(
  visit: BrowserVisit,
  url: string,
  policy: VisitPolicy,
  about: { readonly [key: string]: Json | undefined },
): Json {
  const { screenshot } = visit;
  return {
    ...about,
    asked: url,
    final: visit.finalUrl,
    startedAt: visit.startedAt,
    endedAt: visit.endedAt,
    browser: { product: visit.product, userAgent: visit.userAgent, sandbox: visit.sandbox, headless: true },
    options: { robots: policy.robots, allowPrivate: policy.allowPrivate, proxy: policy.proxy?.address },
    conversion: CONVERSION,
    interventions: visit.interventions,
    lost: visit.lost,
    failure: visit.failure,
    refused: visit.refused.map(({ url: address, why }) => ({ url: address, why })),
    screenshot: screenshot && { width: screenshot.width, height: screenshot.height, pageHeight: screenshot.pageHeight },
    credentialsLeftOut: [...new Set(visit.exchanges.flatMap((exchange) => exchange.credentialsOmitted))],
    system: `Node ${process.versions.node}, ${platform()} ${release()} ${arch()}`,
  };
}

/** The file of a browser's visit, with the hops of a plain visit before it where it stands for both. */
export function buildBrowserFile(
  visit: BrowserVisit,
  given: { readonly url: string; readonly before: readonly WarcHop[]; readonly software: string; readonly metadata: Json },
): Promise<BuiltWarc> {
  const exchanges = inOrder(visit.exchanges);
  return buildBrowserWarc({
    hops: [...given.before, ...exchanges.map(hopOf)],
    page: {
      url: visit.finalUrl ?? given.url,
      at: visit.startedAt,
      endedAt: visit.endedAt,
      document: visit.document,
      screenshot: visit.screenshot?.png ?? null,
      pdf: visit.pdf,
    },
    software: given.software,
    metadata: given.metadata,
  });
}

/** What a capture record says of where the browser was. */
export function browserFacts(visit: BrowserVisit, url: string): Pick<CaptureRecord, 'finalUrl' | 'status' | 'ip'> {
  const finalUrl = visit.finalUrl ?? url;
  const page = inOrder(visit.exchanges).findLast((exchange) => exchange.url === finalUrl && exchange.method === 'GET');
  return { finalUrl, status: visit.status, ip: page?.remoteAddress || null };
}

function inOrder(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.toSorted((one, other) => one.startedMonotonicMs - other.startedMonotonicMs);
}

function hopOf(exchange: Exchange): WarcHop {
  const { frames } = exchange;
  return {
    url: exchange.url,
    at: exchange.startedAt,
    endedAt: exchange.endedAt,
    requestHead: exchange.requestHead,
    responseHead: exchange.responseHead,
    responseBody: exchange.responseBody,
    remoteAddress: exchange.remoteAddress === '' ? null : exchange.remoteAddress,
    ...(exchange.tls
      ? {
          tls: {
            protocol: exchange.tls.protocol,
            cipher: exchange.tls.cipher,
            certificates: exchange.tls.chainSha256 as readonly Digest[],
          },
        }
      : {}),
    ...(exchange.cut === undefined ? {} : { truncated: exchange.cut }),
    ...(frames === undefined
      ? {}
      : { conversion: `a WebSocket: frames of ${frames.sentBytes} bytes sent and ${frames.receivedBytes} received were not kept` }),
  };
}
