import type { ObservationState } from '../model/observation.ts';
import type { Mention } from '../model/mention.ts';

/** Goods that are bought for war or against drones more than for anything else weigh more than goods of every office. */
export interface PriorityTable {
  /** Goods concept → 0 to 40. */
  readonly goods: ReadonlyMap<string, number>;
  /** Weight of a concept that the table does not name. */
  readonly otherGoods: number;
  /** Intent id → 0 to 20. */
  readonly intents: ReadonlyMap<string, number>;
  /** Place id → 0 to 20. */
  readonly places: ReadonlyMap<string, number>;
  /** A watched trade name. */
  readonly tradeName: number;
  /** The notice is gone. */
  readonly removed: number;
}

export interface Priority {
  /** 0 to 100. */
  readonly score: number;
  /** One short line for each part of the score, heaviest first, with its points. */
  readonly reasons: readonly string[];
}

/**
 * A transparent first score of a notice: goods × intent × destination × removed. Pure.
 *
 * Goods open the score; without goods or a trade name in sight everything else counts a quarter, so that a tender for
 * school furniture that vanishes does not outrank a jammer that stands. Sums are capped at 100.
 */
export function scorePriority(
  facts: { readonly goods: readonly string[]; readonly mentions: readonly Pick<Mention, 'kind' | 'id' | 'text'>[]; readonly state: ObservationState },
  table: PriorityTable,
): Priority {
  const goods = facts.goods.map((concept): Part => [table.goods.get(concept) ?? table.otherGoods, concept]);
  const names = distinct(facts.mentions, 'tradeName').map((mention): Part => [table.tradeName, `trade name ${mention.text}`]);
  const opened = goods.length > 0 || names.length > 0;
  const rest: Part[] = [
    heaviest(distinct(facts.mentions, 'intent').map((mention): Part => [table.intents.get(mention.id ?? '') ?? 0, `intent ${mention.id}: “${mention.text}”`])),
    heaviest(distinct(facts.mentions, 'place').map((mention): Part => [placePoints(mention.id ?? '', table), `place ${mention.id}: “${mention.text}”`])),
    facts.state === 'removed' ? [table.removed, 'removed'] : [0, ''],
  ];
  const parts = [heaviest(goods), secondGood(goods), heaviest(names), ...rest.map(([points, why]): Part => [opened ? points : points / 4, why])]
    .map(([points, why]): Part => [Math.round(points), why])
    .filter(([points]) => points > 0)
    .toSorted((a, b) => b[0] - a[0]);
  return {
    score: Math.min(100, parts.reduce((sum, [points]) => sum + points, 0)),
    reasons: parts.map(([points, why]) => `+${points} ${why}`),
  };
}

type Part = readonly [points: number, why: string];

function heaviest(parts: readonly Part[]): Part {
  return parts.reduce<Part>((best, part) => (part[0] > best[0] ? part : best), [0, '']);
}

/** A second kind of goods beside the first is worth a little: lists of equipment say more than one word. */
function secondGood(parts: readonly Part[]): Part {
  const [, second] = parts.toSorted((a, b) => b[0] - a[0]);
  return second ? [second[0] / 4, second[1]] : [0, ''];
}

/** A town counts as its country (`RU-TUL` as `RU`) unless the table names it. */
function placePoints(id: string, table: PriorityTable): number {
  return table.places.get(id) ?? table.places.get(id.replace(/-.*$/s, '')) ?? 0;
}

function distinct(mentions: readonly Pick<Mention, 'kind' | 'id' | 'text'>[], kind: Mention['kind']): readonly Pick<Mention, 'kind' | 'id' | 'text'>[] {
  return [...new Map(mentions.filter((mention) => mention.kind === kind).map((mention) => [mention.id ?? mention.text, mention])).values()];
}
