import type { OpenHome } from '../../src/work/home.ts';

/** Makes a feed of the publisher a source of the home, due at once. */
export async function watchFeed(
  home: OpenHome,
  url: string,
  times: { readonly everyMs: number; readonly followMs: number },
): Promise<void> {
  const settings = {
    kind: 'feed',
    url,
    name: url,
    ...times,
    robots: 'obey',
    robotsReason: null,
    paceMs: null,
    allowPrivate: true,
    keep: 'changes',
    selector: null,
    credentials: {},
  } as const;
  await home.store.addSource(settings, new Date().toISOString(), { at: Date.now(), class: 'check', rank: 0, intervalMs: times.everyMs });
}
