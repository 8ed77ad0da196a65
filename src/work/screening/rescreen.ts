import type { Match } from '../../model/match.ts';
import type { Store } from '../../store/port.ts';
import type { SetRow } from '../../store/screening-port.ts';
import { isoTime, type Clock } from '../../capture/clock.ts';
import { buildScreenIndex } from '../../screen/index/build.ts';
import type { ScreenIndex } from '../../screen/index/screen-index.ts';
import { gatherParties } from './gather-parties.ts';
import { BEYOND_LIMIT, judgeMatches, type JudgedMatch } from './judged-match.ts';
import { keptMatches, rowRecipe, settingsOfRow, subjectOfRow, type RowSettings } from './kept-row.ts';
import { lapsesOf, matchChanges, type MatchChanges } from './match-changes.ts';
import { matchToken } from './match-token.ts';
import { openScreening, type Screening } from './open-screening.ts';
import { partiesSince } from './parties-since.ts';

export interface RescreenOptions {
  /** Only rows that a change of lists can have touched; else all. The answer is the same. */
  readonly changedOnly: boolean;
  readonly signal?: AbortSignal;
}

/** A customer whose matches are not what they were. */
export interface ChangedRow extends MatchChanges<Match, JudgedMatch> {
  readonly set: string;
  readonly key: string;
  readonly name: string;
}

export interface Rescreened {
  readonly rows: number;
  /** Rows that were screened against all lists again. */
  readonly screened: number;
  readonly changed: number;
}

const BATCH_ROWS = 500;

/**
 * Screens the kept sets again. A row can only have changed if one of its matches belongs to a party that changed or went, or if it matches one that
 * changed or came: the first is looked up, the second searched for in an index of those parties alone. Everything else keeps its matches.
 * `onChanged` is told of each row whose matches changed. Throws `usage` where the home has no list.
 */
export async function rescreenSets(
  parts: { readonly store: Store; readonly home: string; readonly clock: Clock; readonly note: (message: string) => void },
  options: RescreenOptions,
  onChanged: (row: ChangedRow) => Promise<void>,
): Promise<Rescreened> {
  const { store, home, clock } = parts;
  const screening = await openScreening(store, home, parts.note);
  const changes = changesSince(store, home, screening);
  let [rows, screened, changed] = [0, 0, 0];
  for (const { name: set } of await store.sets()) {
    let batch: SetRow[] = [];
    const flush = async (): Promise<void> => {
      // A set that its user has removed meanwhile must not come back.
      if (batch.length > 0 && (await store.sets()).some(({ name }) => name === set))
        await store.putSetRows(set, isoTime(clock.now()), batch);
      batch = [];
    };
    for await (const row of store.setRows(set)) {
      options.signal?.throwIfAborted();
      rows += 1;
      const settings = settingsOfRow(row);
      const recipe = rowRecipe(screening, settings);
      if (options.changedOnly && row.recipe === recipe) continue;
      const touched = !options.changedOnly || (await changes(row.recipe)).touches(row, settings.threshold);
      let [results, lapses] = [row.results, row.lapses];
      if (touched) {
        screened += 1;
        const judged = await search(store, screening.index, row, settings);
        results = keptMatches(judged);
        lapses = lapsesOf(judged, ({ id }) => id);
        const difference = differenceOf(set, row, judged);
        if (difference !== undefined) {
          changed += 1;
          await onChanged(difference);
        }
      }
      batch.push({ ...row, results, recipe, ...(lapses === undefined ? {} : { lapses }) });
      if (batch.length >= BATCH_ROWS) await flush();
    }
    await flush();
  }
  return { rows, screened, changed };
}

async function search(store: Store, index: ScreenIndex, row: SetRow, { threshold, limit }: RowSettings): Promise<readonly JudgedMatch[]> {
  const { query } = row;
  const matches = index.search(query, { threshold, limit: limit + BEYOND_LIMIT });
  const [judged = []] = await judgeMatches(store, [{ subject: subjectOfRow(row), query, matches }], limit);
  return judged;
}

interface Changes {
  touches(row: SetRow, threshold: number): boolean;
}

const EVERYTHING: Changes = { touches: () => true };

/** What changed since a row was screened, by the recipe of the row; worked out once for each recipe. */
function changesSince(store: Store, home: string, screening: Screening): (recipe: string) => Promise<Changes> {
  const known = new Map<string, Changes>();
  return async (recipe) => {
    let changes = known.get(recipe);
    if (changes === undefined) known.set(recipe, (changes = await workOut(store, home, screening, recipe)));
    return changes;
  };
}

async function workOut(store: Store, home: string, screening: Screening, recipe: string): Promise<Changes> {
  const since = await partiesSince(home, screening, recipe);
  if (since === undefined) return EVERYTHING;
  const { gone, come } = since;
  const { parties } = come.size === 0 ? { parties: [] } : await gatherParties(store, screening.knowledge);
  const index = buildScreenIndex(
    parties.filter(({ id }) => come.has(id)),
    screening.knowledge,
    screening.index,
  );
  return {
    touches: ({ query, results }, threshold) => results.some(({ id }) => gone.has(id)) || (come.size > 0 && index.hasHit(query, threshold)),
  };
}

function differenceOf(set: string, row: SetRow, now: readonly JudgedMatch[]): ChangedRow | undefined {
  const { key, query } = row;
  const changes = matchChanges<Match, JudgedMatch>(row.results, now, ({ id }) => id, row.lapses ?? []);
  if (changes === undefined) return undefined;
  const removed = changes.removed.map((match) => ({ ...match, key: matchToken(subjectOfRow(row), query, match) }));
  return { set, key, name: query.name, ...changes, removed };
}
