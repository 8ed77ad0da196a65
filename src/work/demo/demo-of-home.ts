import type { Config } from '../../model/config.ts';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { OpenHome } from '../home.ts';
import { DEMO_SOURCE, DEMO_STEPS, NO_DEMO, type DemoState } from './demo-state.ts';
import { playDemo } from './play-demo.ts';

export const PLAYED = 'the demo was played in this home';

/** Demos that were begun in this thread, by home. */
const begun = new Map<string, DemoState>();

/** How far the demo has come. After a restart of the server that is told by what it left. */
export async function demoOf({ store, paths }: Pick<OpenHome, 'store' | 'paths'>): Promise<DemoState> {
  const now = begun.get(paths.home);
  if (now !== undefined && now.state !== 'played') return now;
  const source = await store.findSource(DEMO_SOURCE);
  if (source === undefined) return NO_DEMO;
  if (now !== undefined) return now;
  const { origin } = new URL(source.url);
  const found = [await store.findNotice(`${origin}/s/province`), await store.findNotice(`${origin}/s/city`)];
  const notices = found.flatMap((notice) => (notice === undefined ? [] : [notice.id]));
  const isWhole = found[0]?.state === 'removed' && found[1]?.state === 'present';
  return isWhole
    ? { ...NO_DEMO, state: 'played', stage: DEMO_STEPS.length, step: 'proved', done: true, notices }
    : { ...NO_DEMO, state: 'failed', notices, why: 'the server was stopped while the demo was played; play it again' };
}

/**
 * Begins to play the demo in a home and gives its state; it goes on by itself. Throws `conflict` where it was played or is under way, and where rules of alerts would tell their
 * receivers of it.
 */
export async function beginDemo(home: OpenHome, config: Config): Promise<DemoState> {
  const { store, paths } = home;
  const before = await demoOf(home);
  const running = begun.get(paths.home)?.state === 'running';
  if (running || before.state === 'played')
    throw new DualwatchError('conflict', running ? 'the demo is being played; GET /api/v1/demo says how far it is' : PLAYED);
  let state: DemoState = { ...NO_DEMO, state: 'running' };
  const set = (more: Partial<DemoState>): void => void begun.set(paths.home, (state = { ...state, ...more }));
  // Before anything is waited for: whoever asks at the same time finds it begun.
  set({});
  try {
    await makeRoom(store);
  } catch (error) {
    begun.delete(paths.home);
    throw error;
  }
  void playDemo(home, config, (step, text, notice) => {
    const notices: readonly NoticeId[] =
      notice === undefined || state.notices.includes(notice) ? state.notices : [...state.notices, notice];
    set({ stage: DEMO_STEPS.indexOf(step) + 1, step, text, notices });
  })
    .then(() => set({ state: 'played', done: true }))
    .catch((error: unknown) => set({ state: 'failed', why: asDualwatchError(error).message }));
  return state;
}

/** Takes away what a demo left that did not come to its end. Throws `conflict` where somebody would be told of what is played. */
export async function makeRoom(store: OpenHome['store']): Promise<void> {
  if ((await store.alerts.alertRules()).length > 0)
    throw new DualwatchError(
      'conflict',
      'this home has rules of alerts, whose receivers would be told of what the demo plays. "dualwatch demo" plays it in a home of its own',
    );
  const left = await store.findSource(DEMO_SOURCE);
  if (left !== undefined) await store.removeSource(left.id);
}
