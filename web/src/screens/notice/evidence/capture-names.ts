import type { Capture, Observation } from '../../../api/routes.gen.ts';
import type { WordKey } from '../../../words/use-words.ts';

const SHOWED = {
  present: 'captureNotice',
  changed: 'captureEdited',
  removed: 'captureRemoval',
  blocked: 'captureBlocked',
  unreachable: 'captureError',
} as const satisfies Record<Observation['state'], WordKey<'notice'>>;
const MODES = {
  browser: 'modeBrowser',
  rendered: 'modeRendered',
  images: 'modeImages',
} as const satisfies Record<NonNullable<Capture['mode']>, WordKey<'notice'>>;

/** How a capture was made. */
export function modeOf(mode: Capture['mode']): WordKey<'notice'> {
  return mode === undefined ? 'modePlain' : MODES[mode];
}

/** What a capture holds, by the visit that brought it: the notice, a captcha, the page of its removal. What no visit names is called after how it was made. */
export function captureName(sha256: string, observations: readonly Observation[], captures: readonly Capture[]): WordKey<'notice'> {
  const visit = observations.find(({ capture }) => capture === sha256);
  if (visit !== undefined) return SHOWED[visit.state];
  const mode = captures.find((one) => one.sha256 === sha256)?.mode;
  return mode === undefined ? 'captureBeside' : MODES[mode];
}
