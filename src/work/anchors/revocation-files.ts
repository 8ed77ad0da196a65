import { DualwatchError } from '../../model/errors.ts';
import type { Certificate } from '../../evidence/timestamp/certificate.ts';
import { makeOcspRequest, MAX_OCSP_BYTES } from '../../evidence/timestamp/ocsp.ts';
import { judgeRevocation } from '../../evidence/timestamp/revocation.ts';
import { addressesOf } from '../../evidence/timestamp/signer.ts';
import { isRoot, readCertificateFile, signerPath } from '../../evidence/timestamp/signer-path.ts';
import type { FetchResult, PrivateAllowance } from '../../fetch/fetch-result.ts';
import type { AskParts } from './ask-authority.ts';

/** Lists of authorities for time-stamps are small; what is larger is another authority's list, and is left where it is. */
const MAX_LIST_BYTES = 5_000_000;
const TIMES = { connectMs: 10_000, firstByteMs: 20_000, totalMs: 30_000 } as const;
/** Addresses that a certificate names and that are tried. */
const MAX_TRIES = 3;

/**
 * Certificates from the authority's own up to the root: those of the answer, those that the user gave, and then those that the last one names an address
 * for. What cannot be had is left out. Addresses come from the certificate: they lead into no private network but the authority's own host and port.
 */
export async function fetchChain(
  parts: AskParts,
  response: Uint8Array,
  roots: readonly Certificate[],
  opened: PrivateAllowance | undefined,
): Promise<readonly Certificate[]> {
  const known: Certificate[] = [...roots];
  for (let n = 0; n < MAX_TRIES; n += 1) {
    const path = signerPath(response, known);
    const last = path.at(-1);
    if (last === undefined || isRoot(last) || roots.some(({ fingerprint }) => fingerprint === last.fingerprint)) return path;
    const found = await firstOf(addressesOf(last).issuers, async (url) =>
      readCertificateFile(await get(parts, url, MAX_OCSP_BYTES, opened)),
    );
    if (found === undefined) return path;
    known.push(...found);
    if (signerPath(response, known).length === path.length) return path;
  }
  return signerPath(response, known);
}

/** What says whether the authority's certificate is revoked now: an OCSP answer, else the revocation list. Only what holds is given. */
export async function fetchRevocation(
  parts: AskParts,
  [signer, issuer]: readonly Certificate[],
  opened: PrivateAllowance | undefined,
): Promise<{ readonly crl?: Uint8Array; readonly ocsp?: Uint8Array }> {
  if (signer === undefined || issuer === undefined) return {};
  const addresses = addressesOf(signer);
  const usable = (kept: { readonly crl?: Uint8Array; readonly ocsp?: Uint8Array }): void => {
    const { state, why } = judgeRevocation(signer, issuer, kept, parts.clock.now());
    if (state === 'absent') throw new DualwatchError('evidence-invalid', why ?? 'it says nothing');
  };
  const ocsp = await firstOf(addresses.ocsp, async (url) => {
    const answer = await post(parts, url, makeOcspRequest(signer, issuer), opened);
    usable({ ocsp: answer });
    return answer;
  });
  if (ocsp !== undefined) return { ocsp };
  const crl = await firstOf(addresses.crls, async (url) => {
    const list = await get(parts, url, MAX_LIST_BYTES, opened);
    usable({ crl: list });
    return list;
  });
  return crl === undefined ? {} : { crl };
}

/**
 * Which certificate between the authority's own and the root is revoked now, by what its issuer says; undefined where none is, or nobody says. This is not kept:
 * an answer under such a certificate is not either.
 */
export async function revokedAbove(
  parts: AskParts,
  path: readonly Certificate[],
  opened: PrivateAllowance | undefined,
): Promise<string | undefined> {
  for (const [n, certificate] of path.entries()) {
    const issuer = path[n + 1];
    if (n === 0 || issuer === undefined) continue;
    const kept = await fetchRevocation(parts, [certificate, issuer], opened);
    const { state, why } = judgeRevocation(certificate, issuer, kept, parts.clock.now());
    if (state === 'revoked') return `the certificate of ${certificate.name} above it was revoked, ${why}`;
  }
  return undefined;
}

/** What the first address gives that gives anything. A stamp without it is a stamp all the same. */
async function firstOf<Found>(urls: readonly string[], take: (url: string) => Promise<Found>): Promise<Found | undefined> {
  for (const url of urls.slice(0, MAX_TRIES)) {
    try {
      return await take(url);
    } catch (error) {
      if (!(error instanceof DualwatchError)) throw error;
    }
  }
  return undefined;
}

async function get(parts: AskParts, url: string, bytes: number, opened: PrivateAllowance | undefined): Promise<Uint8Array> {
  const limits = { ...TIMES, bodyBytes: bytes, decodedBytes: bytes };
  return whole(await parts.client.get({ url, limits, allowPrivate: opened, signal: parts.signal }));
}

async function post(parts: AskParts, url: string, body: Uint8Array, opened: PrivateAllowance | undefined): Promise<Uint8Array> {
  const limits = { ...TIMES, bodyBytes: MAX_OCSP_BYTES, decodedBytes: MAX_OCSP_BYTES };
  return whole(
    await parts.client.post({ url, body, contentType: 'application/ocsp-request', limits, allowPrivate: opened, signal: parts.signal }),
  );
}

function whole(result: FetchResult): Uint8Array {
  if (!result.ok) throw new DualwatchError('fetch-failed', result.failure.message);
  if (result.status !== 200 || result.bodyProblem !== undefined || result.hops.at(-1)?.truncated === true)
    throw new DualwatchError('fetch-failed', `status ${result.status}, or an answer that broke off`);
  return result.body;
}
