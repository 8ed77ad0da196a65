import { parsedQuery } from './parsed-query.ts';
import type { Reading } from './tasks.ts';

/** The notices that became known last, newest first, as JSON, masked. */
export async function newestNotices(
  { columns }: Pick<Reading, 'columns'>,
  { query, limit }: { readonly query: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const asks = parsedQuery(query);
  const nums = await columns.ask(async (all) => all.newest(await all.where(asks), limit));
  return (await columns.shown(nums, false)).map(({ json }) => json);
}
