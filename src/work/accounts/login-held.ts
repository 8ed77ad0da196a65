import { DualwatchError } from '../../model/errors.ts';

/** Thrown as `too-many-requests`: a login must wait so long before it is tried, for `Retry-After`. */
export class LoginHeld extends DualwatchError {
  readonly waitMs: number;

  constructor(waitMs: number, message: string) {
    super('too-many-requests', message);
    this.waitMs = waitMs;
  }
}
