import { predicateOf } from './search-query.ts';
import { useHits, type Hits } from './use-hits.ts';
import { useNamedGoods, type NamedGoods } from './use-named-goods.ts';

export interface Found {
  /** What is shown: the notices that have the words, or those that name the goods. */
  readonly hits: Hits;
  /** The search that finds just these. */
  readonly asked: { readonly q: string; readonly filter: string };
  readonly named: NamedGoods;
  /** No notice has the words themselves. */
  readonly asGoods: boolean;
}

/** What words and filter find. Where nothing has the words, but the catalogue knows them as goods, what names those goods in its own language is what was looked for. */
export function useFound(q: string, filter: string): Found {
  const hits = useHits(q, filter);
  const named = useNamedGoods(q);
  const unworded = q !== '' && hits.total === 0;
  const asGoods = unworded && named !== undefined && named.length > 0;
  const goods = `goods:${named?.map(({ concept }) => concept).join(',') ?? ''}`;
  const ofGoods = { q: '', filter: asGoods ? [predicateOf('', filter), goods].filter((part) => part !== '').join(' and ') : '' };
  const byGoods = useHits(ofGoods.q, ofGoods.filter);
  if (asGoods) return { hits: byGoods, asked: ofGoods, named, asGoods };
  // Not told that nothing is found before that is known.
  return { hits: unworded && named === undefined ? { ...hits, isPending: true } : hits, asked: { q, filter }, named: named ?? [], asGoods };
}
