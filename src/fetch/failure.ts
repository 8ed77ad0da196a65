import { DualwatchError } from '../model/errors.ts';
import type { Failure, FailureKind } from './fetch-result.ts';

/** Code of an error that is the proxy's own: it is down, or will not serve us. */
export const PROXY_FAILED = 'EPROXY';

const KINDS: ReadonlyMap<string, FailureKind> = new Map([
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['EAI_FAIL', 'dns'],
  ['EAI_NODATA', 'dns'],
  ['EAI_NONAME', 'dns'],
  ['ENODATA', 'dns'],
  ['ESERVFAIL', 'dns'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['ENETDOWN', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['EACCES', 'unreachable'],
  ['EPERM', 'unreachable'],
  ['ETIMEDOUT', 'timeout'],
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['ERR_STREAM_PREMATURE_CLOSE', 'reset'],
  ['HPE_HEADER_OVERFLOW', 'headers-too-large'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['CERT_NOT_YET_VALID', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'tls'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls'],
  ['CERT_SIGNATURE_FAILURE', 'tls'],
  ['CERT_REVOKED', 'tls'],
  ['CERT_UNTRUSTED', 'tls'],
  ['CERT_REJECTED', 'tls'],
  ['INVALID_CA', 'tls'],
  ['INVALID_PURPOSE', 'tls'],
  ['HOSTNAME_MISMATCH', 'tls'],
  ['CERT_CHAIN_TOO_LONG', 'tls'],
  ['PATH_LENGTH_EXCEEDED', 'tls'],
  ['EPROTO', 'tls'],
  [PROXY_FAILED, 'proxy'],
]);

const SENTENCES: Partial<Record<FailureKind, string>> = {
  dns: 'has no address that can be found',
  refused: 'refused the connection',
  unreachable: 'cannot be reached from here',
  timeout: 'did not answer in time',
  reset: 'broke the connection',
  tls: 'did not offer a connection that can be trusted',
  proxy: 'was not reached: the proxy failed',
  protocol: 'did not answer in HTTP/1.1',
  'headers-too-large': 'sent a response head larger than the limit',
};

/**
 * What an error of the network means, in our words. Returns undefined for an error that is not the network's: a bug, to be thrown on.
 * `answered` says whether the host had sent anything before.
 */
export function networkFailure(error: unknown, host: string, answered: boolean): Failure | undefined {
  if (error instanceof DualwatchError) return hookFailure(error);
  const code = codeOf(error);
  const kind = code === undefined ? undefined : (KINDS.get(code) ?? kindOfFamily(code));
  if (kind === undefined) return undefined;
  return {
    kind,
    message: `${host} ${SENTENCES[kind] ?? 'failed'} (${code}${detail(error, kind)})`,
    lost: answered || kind === 'headers-too-large' || kind === 'protocol' ? 'address' : 'host',
  };
}

/** The refusals that a hook or the address guard may throw. */
export function hookFailure(error: DualwatchError): Failure | undefined {
  if (error.code !== 'robots-forbidden' && error.code !== 'address-forbidden') return undefined;
  return { kind: error.code, message: error.message, lost: 'address' };
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Several addresses were tried: the first one's failure speaks for all.
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === 'string' ? code : inner === undefined ? undefined : codeOf(inner);
}

function kindOfFamily(code: string): FailureKind | undefined {
  if (code.startsWith('HPE_')) return 'protocol';
  // EMFILE, ENOBUFS and the like: a fault on our side, which reaches nobody.
  if (/^E(?!RR_)[A-Z0-9]+$/.test(code)) return 'unreachable';
  if (code.startsWith('ERR_TLS_') || code.startsWith('ERR_SSL_') || code.startsWith('ERR_OSSL_')) return 'tls';
  return undefined;
}

function detail(error: unknown, kind: FailureKind): string {
  return (kind === 'tls' || kind === 'protocol' || kind === 'proxy') && error instanceof Error
    ? `: ${error.message.split('\n', 1)[0]?.slice(0, 200) ?? ''}`
    : '';
}
