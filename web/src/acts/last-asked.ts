import { useMutationState, type MutationKey, type MutationStatus } from '@tanstack/react-query';
import { answers } from '../api/queries.ts';

/** What was asked under a key, and what came of it. */
export interface Asked<Answer, About> {
  readonly status: MutationStatus;
  readonly about: About | undefined;
  readonly answer: Answer | undefined;
  readonly error: Error | null;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** All that this page has asked under a key, the latest last, also by screens that were left meanwhile. */
export function useAsked<Answer, About>(key: MutationKey): readonly Asked<Answer, About>[] {
  return useMutationState({
    filters: { mutationKey: key },
    select: ({ state }) => ({
      status: state.status,
      about: state.variables as About | undefined,
      answer: state.data as Answer | undefined,
      error: state.error,
      since: state.submittedAt,
    }),
  });
}

/** Nothing is kept of what was asked under a key: something else is asked in its place, or nothing. */
export function dropAsked(key: MutationKey): void {
  const cache = answers.getMutationCache();
  for (const one of cache.findAll({ mutationKey: key })) cache.remove(one);
}
