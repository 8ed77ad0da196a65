import { useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { sayDone, sayRefused } from '../../acts/done.ts';
import { ask, messageOf } from '../../api/ask.ts';
import { answers, asking, forget } from '../../api/queries.ts';
import type { Case, CaseChange } from '../../api/routes.gen.ts';
import { useMe } from '../../api/who.ts';
import { useWords } from '../../words/use-words.ts';
import { applyChange, inverseOf } from './apply-change.ts';

interface Wanted {
  readonly change: CaseChange;
  /** What is said of it when it is done. */
  readonly said?: string;
  readonly caption?: string;
}

export function useCase(id: string): UseQueryResult<Case> {
  return useQuery(asking('GET /api/v1/cases/:id', { params: { id } }));
}

/** Changes a case: shown at once, put back with a word where the server refuses, undone where it can be. Resolves to whether it was done. */
export function useChangeCase(id: string): (wanted: Wanted) => Promise<boolean> {
  const say = useWords('shell');
  const me = useMe();
  const { queryKey } = asking('GET /api/v1/cases/:id', { params: { id } });
  const { mutateAsync } = useMutation({
    scope: { id: `case ${id}` },
    mutationFn: ({ change }: Wanted) => ask('POST /api/v1/cases/:id/changes', { params: { id }, body: { changes: [change] } }),
    onMutate: async ({ change, caption }) => {
      await answers.cancelQueries({ queryKey });
      const before = answers.getQueryData<Case>(queryKey);
      const doer = { by: me?.name ?? '', at: new Date().toISOString(), caption };
      if (before !== undefined) answers.setQueryData(queryKey, applyChange(before, change, doer));
      return before;
    },
    onError: (error, _, before) => {
      if (before !== undefined) answers.setQueryData(queryKey, before);
      // What is put back may itself be a guess, of a change that is still under way.
      void answers.invalidateQueries({ queryKey });
      sayRefused(say('putBack', { why: messageOf(error) }));
    },
    onSuccess: (after) => {
      answers.setQueryData(queryKey, after);
      forgetCase();
    },
  });
  return async (wanted) => {
    const before = answers.getQueryData<Case>(queryKey);
    let after: Case;
    try {
      after = await mutateAsync(wanted);
    } catch {
      return false;
    }
    const inverse = before === undefined ? undefined : inverseOf(before, wanted.change, after);
    if (wanted.said !== undefined)
      sayDone(
        wanted.said,
        inverse === undefined
          ? undefined
          : async () => {
              const restored = await ask('POST /api/v1/cases/:id/changes', { params: { id }, body: { changes: [inverse] } });
              answers.setQueryData(queryKey, restored);
              forgetCase();
            },
      );
    return true;
  };
}

/** What hangs on what a case holds is asked for anew. */
export function forgetCase(): void {
  forget('GET /api/v1/cases', 'GET /api/v1/cases/:id/log', 'GET /api/v1/cases/:id/claims', 'GET /api/v1/cases/:id/suggestions');
}
