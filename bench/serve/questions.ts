const FILTERS = [
  '',
  'state=removed',
  'state=present',
  'state=changed',
  'query=goods:radar and priority>=70',
  'query=goods:counter_uav_jam and priority>=50',
  'query=removed or priority>=90',
  'query=place:RU and control:5A001 and not lang:en',
  'query=(goods:uav or goods:uav_part) and published>=2025-06-01',
  'query=радар and priority>=30',
  'query=triage:new and listed=0 and copies>=1',
];
/** Pages behind the first that are asked for by their cursors. */
const PAGES = 10;

/** Lists as people and programs ask for them: first pages of 50 under filters, pages further down, and pages from anywhere. */
export async function listPaths(base: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const filter of FILTERS) {
    const path = `/api/v1/notices?${encoded(filter)}`;
    paths.push(path, path);
    let cursor: string | null = null;
    for (let n = 0; n < PAGES; n += 1) {
      const answer = await fetch(`${base}${path}${cursor === null ? '' : `&cursor=${cursor}`}`);
      ({ nextCursor: cursor } = (await answer.json()) as { nextCursor: string | null });
      if (cursor === null) break;
      if (n % 3 === 0) paths.push(`${path}&cursor=${cursor}`);
    }
    for (const offset of [200, 5000, 40_000]) paths.push(`${path}&offset=${offset}`);
  }
  // In no order that repeats filter after filter.
  return paths.toSorted(
    (a, b) => ((a.length * 31 + a.charCodeAt(a.length - 2)) % 97) - ((b.length * 31 + b.charCodeAt(b.length - 2)) % 97),
  );
}

/** Searches with four facets: each word alone, and under filters. */
export function searchPaths(words: readonly string[]): readonly string[] {
  const filters = ['', 'goods:radar', 'priority>=50 and state:present', 'lang:zh,ru'];
  return words.flatMap((word) =>
    filters.map(
      (filter) => `/api/v1/search?q=${encodeURIComponent(word)}&filter=${encodeURIComponent(filter)}&facets=goods,control,source,place`,
    ),
  );
}

function encoded(filter: string): string {
  const at = filter.indexOf('=');
  return at < 0 ? '' : `${filter.slice(0, at)}=${encodeURIComponent(filter.slice(at + 1))}`;
}
