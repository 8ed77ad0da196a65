import { sayDone, sayRefused } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { answers, forget } from '../../../api/queries.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { useMe } from '../../../api/who.ts';
import { messageOf } from '../../../parts/problem-note.tsx';
import { useWords } from '../../../words/use-words.ts';
import type { Decided, Verdict } from './matched-parties.ts';

interface Given {
  readonly key: string;
  readonly caption: string;
  readonly verdict: Verdict;
  readonly why: string;
  readonly before: Decided | undefined;
}

const WORDS = { hit: 'verdictHit', cleared: 'verdictCleared', unsure: 'verdictUnsure' } as const;

/**
 * Decides about a match of a notice: shown at once, put back if the server refuses. Undo decides as before; where nobody had decided, the match is left as
 * unsure with a word on it, since a decision stays in the log for good.
 */
export function useDecide(notice: string): (given: Given) => Promise<void> {
  const [say, terms, shell] = [useWords('notice'), useWords('terms'), useWords('shell')];
  const me = useMe();
  const send = async (key: string, verdict: Verdict, why: string): Promise<void> => {
    const putBack = show(notice, key, { verdict, why, by: me?.name ?? '', at: new Date().toISOString() });
    try {
      await ask('POST /api/v1/matches/:key/decision', { params: { key }, body: { verdict, why, notice } });
    } catch (error) {
      putBack();
      throw error;
    }
    forget('GET /api/v1/notices/:id', 'GET /api/v1/notices', 'GET /api/v1/matches');
  };
  return async ({ key, caption, verdict, why, before }) => {
    try {
      await send(key, verdict, why);
      sayDone(say('decided', { name: caption, verdict: terms(WORDS[verdict]) }), () =>
        before === undefined ? send(key, 'unsure', say('takenBack')) : send(key, before.verdict, before.why || say('takenBack')),
      );
    } catch (error) {
      sayRefused(shell('putBack', { why: messageOf(error) }));
    }
  };
}

/** Shows a decision wherever the notice is kept in full; returns how to take that back. */
function show(
  notice: string,
  key: string,
  decision: { readonly verdict: Verdict; readonly why: string; readonly by: string; readonly at: string },
): () => void {
  const kept = answers
    .getQueriesData<NoticeInFull>({ queryKey: ['GET /api/v1/notices/:id'] })
    .flatMap(([name, now]) => (now?.id === notice ? [[name, now] as const] : []));
  for (const [name, now] of kept)
    answers.setQueryData(name, { ...now, matches: now.matches.map((match) => (match.key === key ? { ...match, decision } : match)) });
  return () => kept.forEach(([name, now]) => answers.setQueryData(name, now));
}
