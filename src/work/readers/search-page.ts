import type { Notice } from '../../model/notice.ts';
import { facetValue, withoutField, type SearchFacet } from '../../model/search-facets.ts';
import type { Span } from '../../model/span.ts';
import type { NoticePlace } from '../../store/port.ts';
import { markWords } from '../../text/mark-words.ts';
import { snippetsOf } from '../../text/snippets.ts';
import { inAll, type Bits } from '../columns/bits.ts';
import type { OpenColumns, ShownNotice } from '../columns/open-columns.ts';
import { jsonBytes, type JsonBytes } from './json-bytes.ts';
import { shownTotal } from './notices-page.ts';
import { parsedQuery } from './parsed-query.ts';
import type { Reading } from './tasks.ts';

interface Asked {
  /** Words of title or text; each must occur. */
  readonly words: string | null;
  readonly filter: string | null;
  readonly facets: readonly SearchFacet[];
  readonly after: NoticePlace | null;
  readonly limit: number;
  readonly revealed: boolean;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
  /** What people call it, where that is not the value. */
  readonly name?: string;
}

interface Found {
  readonly items: JsonBytes;
  readonly last: NoticePlace | null;
  readonly total: number | string;
  readonly facets: Readonly<Partial<Record<SearchFacet, readonly FacetCount[]>>>;
}

/** Values of a facet beyond that nobody chooses from. */
const MOST_VALUES = 50;

/** Notices with these words that the filter holds for, in the store's order, with what could be chosen further. */
export async function searchPage(reading: Pick<Reading, 'store' | 'columns'>, asked: Asked): Promise<Found> {
  const { store, columns } = reading;
  const filter = parsedQuery(asked.filter);
  const { nums, total, counts } = await columns.ask(async (all) => {
    const worded = asked.words === null ? undefined : await all.withWords(asked.words);
    const among = async (predicate: typeof filter): Promise<Bits> => {
      const held = await all.where(predicate);
      return worded === undefined ? held : inAll([held, worded]);
    };
    const found = await among(filter);
    const counts: [SearchFacet, ReadonlyMap<string, number>][] = [];
    for (const facet of asked.facets) {
      const rest = withoutField(filter, facet);
      counts.push([facet, await all.facet(facet, rest === filter ? found : await among(rest), (value) => facetValue(facet, value))]);
    }
    return { nums: all.page(found, asked.after ?? undefined, asked.limit), total: all.count(found), counts };
  });
  const shown = await columns.shown(nums, asked.revealed);
  const items: string[] = [];
  for (const one of shown) items.push(await hit(columns, one, asked));
  const end = shown.at(-1)?.json;
  const last = end === undefined || nums.length < asked.limit ? undefined : (JSON.parse(end) as Notice);
  const facets: Partial<Record<SearchFacet, readonly FacetCount[]>> = {};
  for (const [facet, values] of counts) {
    const most = [...values]
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MOST_VALUES);
    facets[facet] = facet === 'source' ? await named(store, most) : most;
  }
  return {
    items: jsonBytes(items),
    last: last === undefined ? null : { priority: last.priority, firstSeenAt: last.firstSeenAt, id: last.id },
    total: shownTotal(total),
    facets,
  };
}

async function hit(columns: OpenColumns, { num, json }: ShownNotice, { words, revealed }: Asked): Promise<string> {
  const { id, title } = JSON.parse(json) as Notice;
  const text = await columns.text(num, id, revealed);
  const marks = (of: string): readonly Span[] => (words === null ? [] : markWords(of, words));
  const snippets = snippetsOf(text, marks(text));
  return `{"notice":${json},"title":${JSON.stringify({ text: title ?? '', marks: marks(title ?? '') })},"snippets":${JSON.stringify(snippets)}}`;
}

async function named(store: Reading['store'], counts: readonly FacetCount[]): Promise<readonly FacetCount[]> {
  const named: FacetCount[] = [];
  for (const one of counts) {
    const source = await store.findSource(one.value);
    named.push(source === undefined ? one : { ...one, name: source.name });
  }
  return named;
}
