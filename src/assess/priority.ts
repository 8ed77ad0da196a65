import type { PriorityTable } from '../catalogue/priority.ts';
import type { ObservationState } from '../model/observation.ts';
import type { ListedParty, NoticeSummary } from '../model/notice.ts';

export interface Priority {
  /** 0 to 100. */
  readonly score: number;
  /** One short line for each part of the score, heaviest first, with its points. */
  readonly reasons: readonly string[];
}

/** What a score is made of: ids of the catalogue and the state of the notice. */
export type PriorityFacts = Pick<NoticeSummary, 'goods' | 'tradeNames' | 'intents' | 'places' | 'indicators' | 'listed'> & {
  readonly state: ObservationState;
};

/**
 * A transparent first score of a notice: goods × intent × destination × removed × listed parties × red flags. Pure.
 *
 * Goods open the score; without goods or a trade name in sight everything else counts a quarter, so that a tender for
 * school furniture that vanishes does not outrank a jammer that stands. A listed party counts whatever the goods are. Sums are capped at 100.
 */
export function scorePriority(facts: PriorityFacts, table: PriorityTable): Priority {
  const goods = facts.goods.map((concept): Part => [table.goods.get(concept) ?? table.otherGoods, concept]);
  const names = facts.tradeNames.map((name): Part => [table.tradeName, `trade name ${name}`]);
  const rest: readonly Part[] = [
    ...facts.intents
      .map((id): Part => [table.intents.get(id) ?? 0, `intent ${id}`])
      .toSorted(heavierFirst)
      .slice(0, 2),
    ...facts.places
      .map((id): Part => [placePoints(id, table), `place ${id}`])
      .toSorted(heavierFirst)
      .slice(0, 1),
    facts.state === 'removed' ? [table.removed, 'removed'] : [0, ''],
  ];
  const opened = goods.length > 0 || names.length > 0;
  // A second kind of goods is worth a little: a list of equipment says more than one word.
  const [best, second] = goods.toSorted(heavierFirst);
  const [listed, another] = facts.listed.map((party): Part => [listedPoints(party, table), listedWhy(party)]).toSorted(heavierFirst);
  const parts = [
    best,
    second && ([second[0] / 4, second[1]] as const),
    listed,
    another && ([another[0] / 4, another[1]] as const),
    names[0],
    ...flagParts(facts.indicators, table),
    ...rest.map(([points, why]): Part => [opened ? points : points / 4, why]),
  ]
    .filter((part) => part !== undefined)
    .map(([points, why]): Part => [Math.round(points), why])
    .filter(([points]) => points > 0)
    .toSorted(heavierFirst);
  return {
    score: Math.min(
      100,
      parts.reduce((sum, [points]) => sum + points, 0),
    ),
    reasons: parts.map(([points, why]) => `+${points} ${why}`),
  };
}

type Part = readonly [points: number, why: string];

function heavierFirst(a: Part, b: Part): number {
  return b[0] - a[0];
}

/** Red flags, heaviest first: of one class the first, and no more together than the table says. */
function flagParts(seen: readonly string[], table: PriorityTable): readonly Part[] {
  const flags = seen
    .flatMap((id) => {
      const flag = table.indicators.get(id);
      return flag === undefined ? [] : [{ id, ...flag }];
    })
    .toSorted((a, b) => b.points - a.points);
  let left = table.mostOfIndicators;
  return flags
    .filter((flag, index) => flags.findIndex((other) => other.class === flag.class) === index)
    .map(({ id, points, title }): Part => {
      const counted = Math.min(points, left);
      left -= counted;
      return [counted, `red flag ${id}: ${title}`];
    });
}

/** A town counts as its country (`RU-TUL` as `RU`) unless the table names it. */
function placePoints(id: string, table: PriorityTable): number {
  return table.places.get(id) ?? table.places.get(id.replace(/-.*$/s, '')) ?? 0;
}

/** Cleared parties are not among those listed. */
function listedPoints({ publisher, verdict }: ListedParty, { listed }: PriorityTable): number {
  return (publisher === true ? listed.publisher : listed.named) / (verdict === 'unsure' ? 2 : 1);
}

function listedWhy({ caption, list, score, publisher, verdict }: ListedParty): string {
  const said = verdict === undefined ? '' : verdict === 'unsure' ? ', unsure' : ', confirmed';
  return `listed party ${publisher === true ? 'publishes it: ' : ''}${caption} (${list}, ${score.toFixed(2)}${said})`;
}
