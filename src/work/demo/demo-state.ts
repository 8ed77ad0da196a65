import type { NoticeId } from '../../model/ids.ts';

/** What the demo goes through in a home, in this order. */
export const DEMO_STEPS = [
  'published',
  'captured',
  'captcha',
  'blocked',
  'deleted',
  'seemsGone',
  'removed',
  'sister',
  'copy',
  'proved',
] as const;

export type DemoStep = (typeof DEMO_STEPS)[number];

export const DEMO_STATES = ['none', 'running', 'played', 'failed'] as const;

/** How far the demo has come in a home. */
export interface DemoState {
  readonly state: (typeof DEMO_STATES)[number];
  /** Steps that were told, of how many. */
  readonly stage: number;
  readonly of: number;
  readonly step: DemoStep | null;
  /** The latest step in a sentence, in English. */
  readonly text: string | null;
  readonly done: boolean;
  /** What it brought into the home: the notice that vanishes, then its copy. */
  readonly notices: readonly NoticeId[];
  readonly why: string | null;
}

export const NO_DEMO: DemoState = {
  state: 'none',
  stage: 0,
  of: DEMO_STEPS.length,
  step: null,
  text: null,
  done: false,
  notices: [],
  why: null,
};

/** Under this name the demo's source stands in a home. */
export const DEMO_SOURCE = 'accounts of trade associations (demo)';
