import { DualwatchError } from '../../model/errors.ts';
import type { Certificate } from './certificate.ts';
import { readOcsp } from './ocsp.ts';
import { readCrl } from './revocation-list.ts';

/** What a list or an answer says of one certificate. Times in milliseconds since 1970. */
export interface RevocationSource {
  readonly thisUpdate: number;
  readonly nextUpdate: number | null;
  /** `reason` is CRLReason of RFC 5280 §5.3.1; null where none is given. */
  readonly revoked: { readonly at: number; readonly reason: number | null } | null;
}

export interface Revocation {
  readonly state: 'good' | 'revoked' | 'absent';
  readonly why?: string;
}

/** Reasons that leave what was signed before the revocation as it is: unspecified, affiliation, superseded, cessation. RFC 3161 §4. */
const HARMLESS: ReadonlySet<number> = new Set([0, 3, 4, 5]);
/** Clocks of authorities and responders differ. */
const CLOCK_SLACK_MS = 300_000;
/** An answer without a time of the next one is good for as long. */
const WITHOUT_NEXT_MS = 7 * 86_400_000;

/**
 * Whether the certificate was revoked when it stamped at `at`, by what was kept with the stamp. A list or answer from before the stamp that had run out by
 * then says nothing; one from after it says all the more. `absent` where nothing usable is there, with the reason.
 */
export function judgeRevocation(
  certificate: Certificate,
  issuer: Certificate,
  kept: { readonly crl?: Uint8Array | undefined; readonly ocsp?: Uint8Array | undefined },
  at: number,
): Revocation {
  const { crl, ocsp } = kept;
  const judged = [
    ocsp && judgeSource('the OCSP answer', () => readOcsp(ocsp, certificate, issuer), at),
    crl && judgeSource('the revocation list', () => readCrl(crl, certificate, issuer), at),
  ].filter((one) => one !== undefined);
  const found = judged.find(({ state }) => state === 'revoked') ?? judged.find(({ state }) => state === 'good') ?? judged[0];
  return found ?? { state: 'absent', why: 'no revocation list or OCSP answer was kept' };
}

function judgeSource(what: string, read: () => RevocationSource, at: number): Revocation {
  try {
    return judge(what, read(), at);
  } catch (error) {
    if (error instanceof DualwatchError) return { state: 'absent', why: `${what} does not hold: ${error.message}` };
    throw error;
  }
}

function judge(what: string, { thisUpdate, nextUpdate, revoked }: RevocationSource, at: number): Revocation {
  if (revoked !== null && (at + CLOCK_SLACK_MS >= revoked.at || revoked.reason === null || !HARMLESS.has(revoked.reason)))
    return { state: 'revoked', why: `by ${what}, since ${new Date(revoked.at).toISOString()}` };
  if ((nextUpdate ?? thisUpdate + WITHOUT_NEXT_MS) + CLOCK_SLACK_MS < at)
    return { state: 'absent', why: `${what} had run out when the stamp was made` };
  return { state: 'good' };
}
