/** Bounds of one `get`, all hops together where it says so. */
export interface Limits {
  /** Name lookup, TCP and TLS, per hop. */
  readonly connectMs: number;
  /** From the request's last byte to the end of the response head, per hop. */
  readonly firstByteMs: number;
  /** Time on the network, all hops together; waiting in `beforeHop` does not count. */
  readonly totalMs: number;
  /** Response head, per hop. */
  readonly headerBytes: number;
  /** Body as received, framing included, per hop. */
  readonly bodyBytes: number;
  /** Body after decompression. */
  readonly decodedBytes: number;
  /** Decompressed to compressed size, judged beyond the first MiB of output. */
  readonly decodedRatio: number;
  /** Redirects followed. */
  readonly redirects: number;
}

export const DEFAULT_LIMITS: Limits = {
  connectMs: 15_000,
  firstByteMs: 30_000,
  totalMs: 90_000,
  headerBytes: 32 * 1024,
  bodyBytes: 64 * 1024 * 1024,
  decodedBytes: 128 * 1024 * 1024,
  // The densest real pages (indented tables of a portal) stay under 100; zeros reach 1,030 in deflate.
  decodedRatio: 400,
  redirects: 10,
};
