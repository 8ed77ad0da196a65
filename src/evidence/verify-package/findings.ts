import { CHECKS, TRUST_CHECKS } from './verdict.ts';
import type { Check, CheckName, CheckStatus } from './verdict.ts';

/** Of one check: a package with a million wrong lines is told in a few. */
const MAX_FAILURES = 20;

/** What the checks of one package found. */
export class Findings {
  readonly #failures = new Map<CheckName, Check[]>();
  readonly #more = new Map<CheckName, number>();
  readonly #others = new Map<CheckName, Check>();

  fail(name: CheckName, where: string, why: string): undefined {
    const told = this.#failures.get(name) ?? [];
    this.#failures.set(name, told);
    if (told.length < MAX_FAILURES) told.push({ name, status: 'fail', where, why });
    else this.#more.set(name, (this.#more.get(name) ?? 0) + 1);
    return undefined;
  }

  /** Says how a check stands that does not fail; the last word counts. */
  note(name: CheckName, status: Exclude<CheckStatus, 'fail'>, why?: string, where?: string): void {
    this.#others.set(name, { name, status, ...(where === undefined ? {} : { where }), ...(why === undefined ? {} : { why }) });
  }

  failed(name: CheckName): boolean {
    return this.#failures.has(name);
  }

  /** True where enough failures of this check are told: going on would only cost time. */
  full(name: CheckName): boolean {
    return (this.#more.get(name) ?? 0) > 0;
  }

  get whole(): boolean {
    return [...this.#failures.keys()].every((name) => TRUST_CHECKS.has(name));
  }

  /** In the order of {@link CHECKS}. Of those in `required`, `absent` and `untrusted` fail too. */
  checks(required: ReadonlySet<CheckName>): readonly Check[] {
    return (Object.keys(CHECKS) as CheckName[]).flatMap((name) => {
      const failures = this.#failures.get(name);
      const more = this.#more.get(name);
      if (failures !== undefined)
        return more === undefined ? failures : [...failures, { name, status: 'fail', why: `and ${more} more of the kind` } as const];
      const other: Check = this.#others.get(name) ?? { name, status: 'absent' };
      if (other.status === 'pass' || !required.has(name)) return [other];
      return [{ ...other, status: 'fail', why: `required, but ${other.status}${other.why === undefined ? '' : `: ${other.why}`}` }];
    });
  }
}
