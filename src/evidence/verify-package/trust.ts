import type { Certificate } from '../timestamp/certificate.ts';
import type { CheckName } from './verdict.ts';

/** Whom the reader of a package trusts. Nothing is trusted that is not given. */
export interface Trust {
  /** Fingerprints of signing keys (64 hexadecimal digits), and public keys of logs (`name+hash+key`). */
  readonly keys: readonly string[];
  /** Text of a checkpoint that was kept. */
  readonly checkpoint?: string | undefined;
  /** Proof between it and the checkpoint of the package, one hash in base 64 a line, where they are of different sizes. */
  readonly consistency?: string | undefined;
  /** Roots of time-stamping authorities. */
  readonly authorities: readonly Certificate[];
  /** Checks of which `absent` and `untrusted` fail too. */
  readonly required: ReadonlySet<CheckName>;
}

export const NO_TRUST: Trust = { keys: [], authorities: [], required: new Set() };

export function isLogKey(key: string): boolean {
  return key.includes('+');
}
