import { useSyncExternalStore } from 'react';
import { ask, messageOf } from '../api/ask.ts';
import { forget } from '../api/queries.ts';
import type { Match } from '../api/routes.gen.ts';
import { listenersOf } from '../look/listeners.ts';
import { useWords } from '../words/use-words.ts';
import { sayDone, sayRefused } from './done.ts';

export type Verdict = 'hit' | 'cleared' | 'unsure';
export interface ShownDecision {
  readonly verdict: Verdict;
  readonly why: string;
  readonly by: string;
  readonly at: string;
  readonly holds: boolean;
  readonly lapsed?: string;
}
/** Any match that has been shown: of a name, of a text, of a notice. */
export type Decidable = Pick<Match, 'key' | 'caption'> & { readonly decision?: { readonly verdict: Verdict } | undefined };

/** What was decided on this page, until the server's answers have it. */
const decided = new Map<string, ShownDecision>();
const changes = listenersOf();

function note(key: string, decision: ShownDecision | undefined): void {
  if (decision === undefined) decided.delete(key);
  else decided.set(key, decision);
  changes.tell();
}

/** What is decided about a match, also where the answer that is shown is older than the decision. */
export function useDecision({ key, decision }: Decidable): ShownDecision | undefined {
  const own = useSyncExternalStore(changes.subscribe, () => decided.get(key));
  const answered = decision as ShownDecision | undefined;
  return own !== undefined && (answered?.at === undefined || own.at > answered.at) ? own : answered;
}

/** Decides about matches: shown at once, put back where the server refuses, and taken back by undo with the decision before it, or as unsure where there was none: what was logged stays. */
export function useDecide(notice?: string): (match: Decidable, verdict: Verdict, why: string) => Promise<void> {
  const say = useWords('screening');
  const terms = useWords('terms');
  const send = async (match: Decidable, verdict: Verdict, why: string): Promise<boolean> => {
    const before = decided.get(match.key);
    note(match.key, { verdict, why, by: '', at: new Date().toISOString(), holds: true });
    try {
      const made = await ask('POST /api/v1/matches/:key/decision', {
        params: { key: match.key },
        body: { verdict, why, ...(notice === undefined ? {} : { notice }) },
      });
      note(match.key, { verdict, why, by: made.by, at: made.at, holds: true });
      forget('GET /api/v1/matches', 'GET /api/v1/notices/:id');
      return true;
    } catch (error) {
      note(match.key, before);
      sayRefused(say('decisionRefused', { name: match.caption, why: messageOf(error) }));
      return false;
    }
  };
  return async (match, verdict, why) => {
    const before = decided.get(match.key) ?? (match.decision as ShownDecision | undefined);
    const word = { hit: terms('verdictHit'), cleared: terms('verdictCleared'), unsure: terms('verdictUnsure') }[verdict];
    if (!(await send(match, verdict, why))) return;
    sayDone(say('decided', { name: match.caption, verdict: word }), async () => {
      await send(match, before?.verdict ?? 'unsure', before === undefined ? say('takenBack') : before.why);
    });
  };
}
