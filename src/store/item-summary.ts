import type { NoticeSummary } from '../model/notice.ts';
import type { SourceItem } from '../model/source.ts';

/** All that a listing says of a notice before anybody read it. */
export function summaryOfItem(item: Pick<SourceItem, 'title' | 'publishedAt'> | null): NoticeSummary {
  return {
    title: item?.title || null,
    publisher: null,
    publishedAt: item?.publishedAt ?? null,
    lang: 'und',
    goods: [],
    tradeNames: [],
    intents: [],
    places: [],
    destination: [],
    indicators: [],
    controls: [],
    persons: [],
    listed: [],
    priority: 0,
    reasons: [],
  };
}
