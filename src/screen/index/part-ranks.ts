import type { QueryTable } from '../score/query-table.ts';

/** Fills `order` with the parts of the query that names hold anything like (`names`: how many), but for initials: those first that few names hold for what they weigh. Gives them as bits. */
export function rankParts(query: QueryTable, names: Float64Array, order: number[]): number {
  const rarityOf = (part: number): number => names[part]! / Math.max(query.weight[part]!, 0.05);
  order.length = 0;
  let parts = 0;
  for (let part = 0; part < query.parts; part += 1) {
    if (names[part] === 0 || (query.initials & (1 << part)) !== 0) continue;
    parts |= 1 << part;
    const rarity = rarityOf(part);
    let at = order.length;
    order.push(part);
    for (; at > 0 && rarityOf(order[at - 1]!) > rarity; at -= 1) order[at] = order[at - 1]!;
    order[at] = part;
  }
  return parts;
}
