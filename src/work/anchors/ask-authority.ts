import type { Anchor, Authority } from '../../model/anchor.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Checkpoint } from '../../evidence/checkpoint.ts';
import { formatPem, readPemCertificates } from '../../evidence/timestamp/certificate.ts';
import { makeTimestampRequest } from '../../evidence/timestamp/request.ts';
import { verifyTimestamp, type TimestampVerdict } from '../../evidence/timestamp/verify-timestamp.ts';
import { isoTime, type Clock } from '../../capture/clock.ts';
import { openedHost } from '../../capture/visit-policy.ts';
import type { Client } from '../../fetch/client.ts';
import type { FetchResult } from '../../fetch/fetch-result.ts';
import { fetchChain, fetchRevocation, revokedAbove } from './revocation-files.ts';

export interface AskParts {
  readonly client: Pick<Client, 'get' | 'post'>;
  readonly clock: Clock;
  /** So many random bytes. */
  readonly nonce: () => Uint8Array;
  readonly signal?: AbortSignal | undefined;
}

/** One request and its answer: a request is some hundred bytes, an answer some thousand. */
const LIMITS = { connectMs: 10_000, firstByteMs: 20_000, totalMs: 30_000, bodyBytes: 1_000_000, decodedBytes: 1_000_000 } as const;

/**
 * Sends a checkpoint to an authority and checks what it answers, at once and with all that is needed to check it later: certificates up to the root, and the
 * revocation list or OCSP answer of now. Throws `fetch-failed` and `address-forbidden` for what the network does, `evidence-invalid` for an answer that does
 * not hold.
 */
export async function askAuthority(parts: AskParts, authority: Authority, checkpoint: Checkpoint): Promise<Omit<Anchor, 'num'>> {
  const data = Buffer.from(checkpoint.text);
  const nonce = parts.nonce();
  const response = await send(parts, authority, makeTimestampRequest(data, nonce));
  const roots = authority.roots === null ? [] : readPemCertificates(authority.roots);
  held(authority, verifyTimestamp({ response, data, nonce, roots }));
  const opened = openedHost(authority, authority.url);
  const path = await fetchChain(parts, response, roots, opened);
  const [revocation, above] = await Promise.all([fetchRevocation(parts, path, opened), revokedAbove(parts, path, opened)]);
  if (above !== undefined) throw notHeld(authority, above);
  const verdict = held(authority, verifyTimestamp({ response, data, nonce, roots, chain: path, ...revocation }));
  if (verdict.status === 'untrusted' && roots.length > 0)
    throw notHeld(authority, verdict.why ?? 'no path leads to the certificates that were given for it');
  return {
    authority: authority.name,
    url: authority.url,
    size: checkpoint.size,
    checkpoint: checkpoint.text,
    response,
    chain: formatPem(path),
    crl: revocation.crl ?? null,
    ocsp: revocation.ocsp ?? null,
    at: verdict.at,
    receivedAt: isoTime(parts.clock.now()),
  };
}

type Held = Exclude<TimestampVerdict, { readonly status: 'fail' }>;

function held(authority: Authority, verdict: TimestampVerdict): Held {
  if (verdict.status === 'fail') throw notHeld(authority, verdict.why);
  return verdict;
}

function notHeld({ name }: Authority, why: string): DualwatchError {
  return new DualwatchError('evidence-invalid', `the answer of ${name} does not hold and was not kept: ${why}`, { retry: 'later' });
}

async function send(parts: AskParts, authority: Authority, body: Uint8Array): Promise<Uint8Array> {
  const result = await parts.client.post({
    url: authority.url,
    body,
    contentType: 'application/timestamp-query',
    headers: { Accept: 'application/timestamp-reply' },
    allowPrivate: openedHost(authority, authority.url),
    limits: LIMITS,
    signal: parts.signal,
  });
  return bodyOf(authority, result);
}

function bodyOf({ name, url }: Authority, result: FetchResult): Uint8Array {
  if (!result.ok)
    throw new DualwatchError(
      result.failure.kind === 'address-forbidden' ? 'address-forbidden' : 'fetch-failed',
      `${name} was not reached: ${result.failure.message}`,
    );
  const location = result.headers.find(([header]) => header.toLowerCase() === 'location')?.[1];
  if (result.status !== 200)
    throw new DualwatchError(
      'fetch-failed',
      `${name} answers ${url} with status ${result.status}${result.status < 400 && location !== undefined ? `, to ${location.slice(0, 200)}: add that address instead` : ''}`,
    );
  if (result.bodyProblem !== undefined || result.hops.at(-1)?.truncated === true)
    throw new DualwatchError('fetch-failed', `the answer of ${name} broke off`);
  return result.body;
}
