import type { Served } from './served.ts';

/** Publishers with readings of their names, of one page at most: a name takes some 30 microseconds, in a thread that names are compared in. */
export async function withReadings<One extends { readonly name: string }>(
  publishers: readonly One[],
  { screening }: Pick<Served, 'screening'>,
  signal?: AbortSignal,
): Promise<(One & { readonly reading: string | null })[]> {
  if (publishers.length === 0) return [];
  const readings = await screening.threads.ask('readNames', { names: publishers.map(({ name }) => name) }, signal);
  return publishers.map((one, no) => ({ ...one, reading: readings[no] ?? null }));
}
