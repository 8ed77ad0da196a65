import type { Digest } from './digest.ts';
import type { PagePrint } from './page-look.ts';

/**
 * What a page of a host was learned to be: `absent` answers for an address that never existed, `front` is the front page, `wall` came with a status or sign
 * by which the site refuses visitors.
 */
export type LearnedKind = 'absent' | 'front' | 'wall';

export const LEARNED_KINDS = ['absent', 'front', 'wall'] as const satisfies readonly LearnedKind[];

/** A page of a host that stands for something else than a notice. Derived from its capture, and made again from it under another recipe. */
export interface LearnedPage {
  readonly host: string;
  readonly kind: LearnedKind;
  /** Address that was asked for, and where redirects led. */
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  readonly at: string;
  readonly capture: Digest;
  /** Version of the code that made the print. */
  readonly recipe: string;
  /** Null where the answer is no page (a redirect without one, an empty body). */
  readonly print: PagePrint | null;
  /** Of a wall: the reason that observations of it give. */
  readonly reason: string | null;
  /** True where a notice of the host was seen to stand in the same visit: what was learned is no outage. */
  readonly sure: boolean;
}
