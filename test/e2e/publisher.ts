import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers, until it is told something else. */
export type Answer =
  | {
      readonly kind: 'page';
      readonly body: string | Uint8Array;
      readonly status?: number;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly etag?: boolean;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Closes the connection without a byte. */
  | { readonly kind: 'reset' };

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** A publisher on loopback whose pages change as the test goes on. A path without an answer is answered as `*` is, else a 404, robots.txt too. */
export interface Publisher {
  readonly origin: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly SeenRequest[];
  set(path: string, answer: Answer): void;
  /** How often a path was asked for. */
  visits(path: string): number;
  close(): Promise<void>;
}

/** Opens a publisher on its own loopback address: to the watcher each address of 127.0.0.0/8 is another host. */
export async function openPublisher(address = '127.0.0.1'): Promise<Publisher> {
  const answers = new Map<string, Answer>();
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    give(answers.get(path) ?? answers.get(path.split('?')[0] ?? path) ?? answers.get('*') ?? notThere, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  return {
    origin: `http://${address}:${(server.address() as AddressInfo).port}`,
    requests,
    set: (path, answer) => void answers.set(path, answer),
    visits: (path) => requests.filter((request) => request.path === path).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const notThere: Answer = { kind: 'page', status: 404, type: 'text/plain', body: 'not here' };

function give(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case 'hang':
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'redirect':
      response.writeHead(answer.status ?? 302, { location: answer.to }).end();
      return;
    case 'page': {
      const bytes = Buffer.from(answer.body);
      const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
      const validators = answer.etag === true ? { etag: tag } : {};
      if (answer.etag === true && request.headers['if-none-match'] === tag) {
        response.writeHead(304, validators).end();
        return;
      }
      response.writeHead(answer.status ?? 200, {
        'content-type': answer.type ?? 'text/html; charset=utf-8',
        'content-length': bytes.length,
        ...validators,
        ...answer.headers,
      });
      response.end(bytes);
    }
  }
}

/** A page with a title and paragraphs, as a general site publishes it. */
export function noticePage(title: string, ...paragraphs: readonly string[]): Answer {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  return {
    kind: 'page',
    body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>\n${body}\n</article></body></html>`,
  };
}

export interface FeedEntry {
  readonly url: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  /** Full text as HTML. */
  readonly html?: string;
}

/** An RSS 2.0 feed; the entries in their order. */
export function feedOf(entries: readonly FeedEntry[]): Answer {
  const items = entries.map(({ url, title, at, html }) => {
    const date = at === undefined ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`;
    const full = html === undefined ? '' : `<content:encoded><![CDATA[${html}]]></content:encoded>`;
    return `<item><title>${escapeXml(title)}</title><link>${escapeXml(url)}</link><guid>${escapeXml(url)}</guid>${date}${full}</item>`;
  });
  return {
    kind: 'page',
    type: 'application/rss+xml; charset=utf-8',
    body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Notices</title><link>http://example.org/</link>${items.join('')}</channel></rss>`,
  };
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
