import { OBSERVATION_STATES } from '../../model/observation.ts';
import type { Reading } from './tasks.ts';

/** What a home holds, in numbers. */
export interface HomeCounts {
  readonly notices: Readonly<Record<string, number>>;
  readonly triage: Readonly<Record<string, number>>;
  readonly logSize: number;
  readonly sources: readonly {
    readonly name: string;
    readonly failing: number;
    readonly lagSeconds: number | null;
    /** How long its next check is overdue, seconds. */
    readonly overdue: number;
  }[];
  readonly heldHosts: number;
}

export async function homeCounts(
  { store, columns }: Pick<Reading, 'store' | 'columns'>,
  { now }: { readonly now: number },
): Promise<HomeCounts> {
  const [notices, triage] = await columns.ask(async (all) => {
    const every = await all.where(null);
    return [await all.facet('state', every, String), await all.facet('triage', every, String)] as const;
  });
  const sources = await store.listSources();
  return {
    notices: { ...Object.fromEntries(OBSERVATION_STATES.map((state) => [state, 0])), ...Object.fromEntries(notices) },
    triage: Object.fromEntries(triage),
    logSize: await store.logSize(),
    sources: sources.map(({ name, health }) => ({
      name,
      failing: health.errorStreak,
      lagSeconds: health.lagSeconds,
      overdue: health.nextCheckAt === null ? 0 : Math.max(0, (now - Date.parse(health.nextCheckAt)) / 1000),
    })),
    heldHosts: (await store.listHosts()).filter(({ heldUntil }) => heldUntil !== null && Date.parse(heldUntil) > now).length,
  };
}
