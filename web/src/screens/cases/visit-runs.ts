import type { NoticeInFull } from '../../api/routes.gen.ts';

type Observation = NoticeInFull['observations'][number];

/** A visit; or how many like the one before it are not told one by one. */
export type VisitRow = { readonly visit: Observation } | { readonly more: number; readonly after: Observation };

const LEAST = 4;

/** Visits in order; of many that brought nothing and showed the same one after another, the first and the last. Pure. */
export function visitRunsOf(observations: readonly Observation[]): readonly VisitRow[] {
  const rows: VisitRow[] = [];
  for (let from = 0; from < observations.length;) {
    let to = from + 1;
    while (to < observations.length && isLike(observations[from], observations[to])) to += 1;
    const run = observations.slice(from, to);
    const [first, last] = [run[0], run.at(-1)];
    if (run.length < LEAST || first === undefined || last === undefined) rows.push(...run.map((visit) => ({ visit })));
    else rows.push({ visit: first }, { more: run.length - 2, after: first }, { visit: last });
    from = to;
  }
  return rows;
}

function isLike(one: Observation | undefined, other: Observation | undefined): boolean {
  return (
    one?.capture === null &&
    other?.capture === null &&
    one.state === other.state &&
    one.reason === other.reason &&
    one.confirms === other.confirms
  );
}
