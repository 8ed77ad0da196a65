import type { Proxy } from '../model/proxy.ts';
import type { Limits } from './limits.ts';

/** A header as received: its name in its own case, its value without the white space around it. */
export type Header = readonly [name: string, value: string];

/** A private host that a source may reach: exactly this host (as in its URL) on exactly this port. */
export interface PrivateAllowance {
  readonly host: string;
  readonly port: number;
}

export interface FetchRequest {
  /** http or https. User and password in it are taken for credentials and appear in no record. */
  readonly url: string;
  /** Validators of what is held already. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** The address that the validators came from, if a redirect led elsewhere; they are sent to that address only. Default `url`. */
  readonly validatorsUrl?: string | undefined;
  /** Header → value. Sent to the origin of `url` only, and no more once the chain has left it. */
  readonly credentials?: ReadonlyMap<string, string> | Readonly<Record<string, string>> | undefined;
  readonly allowPrivate?: PrivateAllowance | undefined;
  /** What all hops go through; where it fails nothing is asked directly. */
  readonly proxy?: Proxy | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Awaited before each hop, the first (index 0) included: for pace and robots. A thrown DualwatchError `robots-forbidden` or `address-forbidden` becomes the result; anything else is thrown on. */
  readonly beforeHop?: ((url: URL, hopIndex: number) => Promise<void>) | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/** A message to a receiver that the user named: a webhook, a time-stamping authority. */
export interface PostRequest extends Pick<FetchRequest, 'url' | 'credentials' | 'allowPrivate' | 'signal' | 'limits'> {
  readonly body: Uint8Array;
  readonly contentType: string;
  /** Further headers, none of them secret. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** What the server proved of itself. Digests are of the DER certificates; the chain begins with the server's own. */
export interface TlsFacts {
  readonly certificateSha256: string;
  readonly chainSha256: readonly string[];
  readonly protocol: string;
  readonly cipher: string;
}

/** One request and what came back, byte for byte. */
export interface Hop {
  /** Without user, password and fragment. */
  readonly url: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly startedMonotonicMs: number;
  readonly endedMonotonicMs: number;
  /** As sent, without the header lines that carry credentials. */
  readonly requestHead: Uint8Array;
  /** Names of the header lines left out of `requestHead`. */
  readonly credentialsOmitted: readonly string[];
  /** From the status line to the empty line, as it stood on the socket. */
  readonly responseHead: Uint8Array;
  /** As it stood on the socket: chunked framing and trailers kept, content coding kept. */
  readonly responseBody: Uint8Array;
  /** Interim responses (1xx) before it, if any. */
  readonly interimHeads?: Uint8Array;
  /** True if the response broke off: what is here is not all that was announced. */
  readonly truncated: boolean;
  /** True for a hop from https to http. */
  readonly downgraded: boolean;
  /** Null if no whole response head came. */
  readonly status: number | null;
  readonly httpVersion: string | null;
  readonly headers: readonly Header[];
  /** Empty where a proxy reached the host and did not say under which address. */
  readonly remoteAddress: string;
  readonly remotePort: number;
  readonly tls?: TlsFacts;
}

export type FailureKind =
  | 'timeout'
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'tls'
  | 'proxy'
  | 'protocol'
  | 'too-large'
  | 'bomb'
  | 'headers-too-large'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'address-forbidden'
  | 'robots-forbidden'
  | 'bad-url'
  | 'aborted';

export interface Failure {
  readonly kind: FailureKind;
  /** For people; names the host and what happened, holds no credentials. */
  readonly message: string;
  /** What is lost: the whole host did not answer (which may be our own connection), or only this address failed. */
  readonly lost: 'host' | 'address';
}

export interface FetchSuccess {
  readonly ok: true;
  readonly hops: readonly Hop[];
  readonly finalUrl: string;
  /** Any status, also 404 or 500: an answer is a success of fetching. */
  readonly status: number;
  readonly headers: readonly Header[];
  /** Without transfer and content coding. */
  readonly body: Uint8Array;
  /** Why `body` is less than what was meant: broken or unknown content coding. */
  readonly bodyProblem?: string;
  readonly notModified: boolean;
}

export interface FetchFailure {
  readonly ok: false;
  /** What was received until then; the last one may be truncated. */
  readonly hops: readonly Hop[];
  readonly finalUrl: string;
  readonly failure: Failure;
}

export type FetchResult = FetchSuccess | FetchFailure;
