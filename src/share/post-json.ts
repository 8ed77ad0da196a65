import { openedHost } from '../capture/visit-policy.ts';
import { parseRetryAfter } from '../fetch/retry-after.ts';
import type { Channels, Message, Receipt } from './channel.ts';

/** A receiver answers at once or not at all; whole seconds would hold up the alerts behind it. */
const LIMITS = { connectMs: 10_000, firstByteMs: 20_000, totalMs: 30_000, bodyBytes: 1024 * 1024, decodedBytes: 1024 * 1024 };

/** Posts JSON to the address of a rule. Any answer of 2xx means that it arrived. */
export async function postJson(
  channels: Channels,
  to: Message['to'],
  url: string,
  body: string,
  more: { readonly headers?: Readonly<Record<string, string>>; readonly credentials?: Readonly<Record<string, string>> } = {},
): Promise<Receipt> {
  const { host } = new URL(url);
  const result = await channels.client.post({
    url,
    body: Buffer.from(body),
    contentType: 'application/json; charset=utf-8',
    ...more,
    limits: LIMITS,
    allowPrivate: openedHost(to, url),
  });
  if (!result.ok) return { ok: false, error: result.failure.message };
  if (result.status >= 200 && result.status < 300) return { ok: true };
  const retryAfter = result.headers.find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const afterMs = parseRetryAfter(retryAfter, channels.now());
  const redirected = result.status >= 300 && result.status < 400 ? '; it redirects elsewhere: name that address in a rule of its own' : '';
  return {
    ok: false,
    error: `${host} answers with status ${result.status}${redirected}`,
    ...(result.status === 410 ? { gone: true } : {}),
    ...(afterMs === undefined ? {} : { afterMs }),
  };
}
