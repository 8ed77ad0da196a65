import type { EvalOptions } from './options.ts';
import type { Half } from './outcome.ts';
import type { Report } from './report.ts';
import type { World } from './world.ts';

/** What each group of the evaluation gets. */
export interface EvalContext {
  readonly world: World;
  readonly report: Report;
  readonly options: EvalOptions;
  /** The halves to measure: both, or the dev half alone. */
  readonly halves: readonly Half[];
}

export type EvalGroup = (context: EvalContext) => void | Promise<void>;
