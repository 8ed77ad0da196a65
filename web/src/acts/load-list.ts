import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { sayDone, sayRefused } from './done.ts';
import { useAsked } from './last-asked.ts';
import { ask, messageOf, type Given } from '../api/ask.ts';
import { forget } from '../api/queries.ts';
import type { ListUpdate } from '../api/routes.gen.ts';
import { useWords } from '../words/use-words.ts';

const KEY = ['lists', 'load'];

/** A list that is fetched, or sent, and read: one that is added, or an update. */
export type Load =
  | { readonly act: 'add'; readonly list: string; readonly body: Given<'POST /api/v1/lists'>['body'] }
  | { readonly act: 'send'; readonly list: string; readonly file: File }
  | { readonly act: 'update'; readonly list: string; readonly accept: boolean };

export interface LoadState {
  readonly load: Load;
  readonly status: 'idle' | 'pending' | 'success' | 'error';
  readonly since: number;
  readonly error: Error | null;
}

/** Loads of this page, the latest last; they go on whatever screen is shown. */
export function useLoads(): readonly LoadState[] {
  return useAsked<ListUpdate, Load>(KEY).flatMap(({ about, status, since, error }) =>
    about === undefined ? [] : [{ load: about, status, since, error }],
  );
}

/** Fetches and reads a list. It may take minutes; whoever leaves the screen finds it again, and is told how it ended. */
export function useLoad(): UseMutationResult<ListUpdate, Error, Load> {
  const say = useWords('lists');
  return useMutation({
    mutationKey: KEY,
    gcTime: Infinity,
    mutationFn: (load: Load) =>
      load.act === 'add'
        ? ask('POST /api/v1/lists', { body: load.body })
        : load.act === 'send'
          ? ask('PUT /api/v1/lists/:name/file', {
              params: { name: load.list },
              query: { file: load.file.name.slice(0, 200) },
              body: load.file.slice(0, load.file.size, 'application/octet-stream'),
            })
          : ask('POST /api/v1/lists/:name/update', { params: { name: load.list }, body: { accept: load.accept } }),
    onSuccess: ({ list, outcome, version, counts }) => {
      if (outcome === 'unchanged') sayDone(say('unchanged', { list }));
      else if (outcome === 'held') sayRefused(say('heldBack', { list }));
      else sayDone(say('loaded', { list, version, listings: counts.listings }));
    },
    onError: (error, { list }) => sayRefused(say('loadFailed', { list, why: messageOf(error) })),
    onSettled: () => forget('GET /api/v1/lists', 'GET /api/v1/lists/:name/versions', 'GET /api/v1/lists/:name/diff', 'GET /api/v1/matches'),
  });
}
