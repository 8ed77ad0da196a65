/** When the same act may succeed: never as it stands, later by itself, or now, at once. */
export type Retry = 'never' | 'later' | 'now';

interface ErrorKind {
  /** Exit code of the CLI. */
  readonly exit: number;
  /** Status of the HTTP problem (RFC 9457). */
  readonly status: number;
  readonly retry: Retry;
  readonly meaning: string;
}

/** Every code that Dualwatch raises. docs/errors.md has a line for each; a test holds the two together. */
export const ERROR_KINDS = {
  internal: { exit: 1, status: 500, retry: 'never', meaning: 'A fault of Dualwatch itself.' },
  usage: { exit: 2, status: 400, retry: 'never', meaning: 'A command, option, address or value that cannot be understood.' },
  config: { exit: 2, status: 500, retry: 'never', meaning: 'A setting in config.toml or the environment is wrong.' },
  'input-unreadable': { exit: 3, status: 400, retry: 'never', meaning: 'A file cannot be opened or read.' },
  'input-too-large': { exit: 3, status: 413, retry: 'never', meaning: 'A file or page is larger than the limit.' },
  'input-malformed': { exit: 3, status: 422, retry: 'never', meaning: 'A file or feed is broken in a way that leaves nothing to read.' },
  'not-found': { exit: 4, status: 404, retry: 'never', meaning: 'No such notice, source, list, party, set, capture or log entry.' },
  'home-missing': {
    exit: 4,
    status: 404,
    retry: 'never',
    meaning: 'The folder with the data does not exist; reading commands never make one.',
  },
  'home-newer': { exit: 6, status: 500, retry: 'never', meaning: 'The data were written by a newer version.' },
  'store-damaged': { exit: 6, status: 500, retry: 'never', meaning: 'The database cannot be read.' },
  'store-busy': { exit: 6, status: 503, retry: 'later', meaning: 'Another process holds the database for too long.' },
  'disk-full': { exit: 6, status: 507, retry: 'later', meaning: 'The disk is full or nearly full; visits have stopped.' },
  'evidence-invalid': {
    exit: 5,
    status: 409,
    retry: 'never',
    meaning: 'A capture, log entry, tile, checkpoint, time-stamp or proof does not hold.',
  },
  'login-required': { exit: 7, status: 401, retry: 'never', meaning: 'Nobody has logged in, or the key is unknown, expired or revoked.' },
  'not-allowed': { exit: 7, status: 403, retry: 'never', meaning: 'The role does not go so far, or the request came from another site.' },
  conflict: { exit: 2, status: 409, retry: 'never', meaning: 'Something else has the name, or stands in the way.' },
  outdated: { exit: 2, status: 412, retry: 'never', meaning: 'Somebody has changed it since it was read.' },
  'media-type': { exit: 2, status: 415, retry: 'never', meaning: 'The body is of a kind that is not taken there.' },
  'method-not-allowed': { exit: 2, status: 405, retry: 'never', meaning: 'The address is there, but not for this method.' },
  'wrong-host': { exit: 2, status: 421, retry: 'never', meaning: 'The server is not known under the name in `Host`.' },
  'too-many-requests': { exit: 8, status: 429, retry: 'later', meaning: 'More requests or attempts than are let through in a while.' },
  'robots-forbidden': { exit: 7, status: 403, retry: 'never', meaning: 'robots.txt forbids the address.' },
  'address-forbidden': { exit: 7, status: 403, retry: 'never', meaning: 'The address leads to a private, link-local or metadata network.' },
  'fetch-failed': { exit: 8, status: 502, retry: 'later', meaning: 'A host did not answer, or not in a way that can be read.' },
  'catalogue-invalid': { exit: 9, status: 500, retry: 'never', meaning: 'A file of the catalogue is wrong.' },
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_KINDS;

/**
 * The one error class. `message` says what was wrong, where (file, line, field) and what to do; it is shown to people as it is.
 * An error of any other class that reaches the CLI or the API is a bug and is reported as `internal`.
 */
export class DualwatchError extends Error {
  readonly code: ErrorCode;
  readonly retry: Retry;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown; readonly retry?: Retry }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DualwatchError';
    this.code = code;
    this.retry = options?.retry ?? ERROR_KINDS[code].retry;
  }
}

/** Any thrown value as a {@link DualwatchError}, the original kept as `cause`. */
export function asDualwatchError(error: unknown, code: ErrorCode = 'internal'): DualwatchError {
  if (error instanceof DualwatchError) return error;
  return new DualwatchError(code, error instanceof Error ? error.message : String(error), { cause: error });
}
