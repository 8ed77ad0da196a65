import type { QueryTable } from '../score/query-table.ts';

/** Weight of the query's parts in `parts` (bits). */
export function weightOf(query: QueryTable, parts: number): number {
  let weight = 0;
  for (let bits = parts; bits !== 0; bits &= bits - 1) weight += query.weight[31 - Math.clz32(bits & -bits)]!;
  return weight;
}
