import { ask, messageOf } from '../api/ask.ts';
import { forget } from '../api/queries.ts';
import type { Case, CaseChange } from '../api/routes.gen.ts';
import { useWords, type Say } from '../words/use-words.ts';
import { sayDone, sayRefused } from './done.ts';
import type { Named } from './triage.ts';

/** As many changes as the server takes at once. */
const AT_ONCE = 500;

export interface Kept extends Named {
  readonly type: 'notice' | 'report';
}

/** A case that is there, or the title of one to be opened. */
export type Into = { readonly id: string; readonly title: string } | { readonly id: null; readonly title: string };

/** Puts notices into a case, with a word and a way back; tells the id of the case, null where the server refused. */
export function useAddToCase(): (notices: readonly Kept[], into: Into) => Promise<string | null> {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  return async (notices, into) => {
    try {
      return await add(notices, into, say);
    } catch (error) {
      sayRefused(shell('putBack', { why: messageOf(error) }));
      return null;
    } finally {
      forgetHeld();
    }
  };
}

async function add(notices: readonly Kept[], into: Into, say: Say<'inbox'>): Promise<string> {
  const before = into.id === null ? undefined : await ask('GET /api/v1/cases/:id', { params: { id: into.id } });
  const held = new Set(before?.items.map(({ id }) => id));
  const added = notices.filter(({ id }) => !held.has(id));
  const changes = added.map(({ id, type }): CaseChange => ({ do: 'add', item: { kind: type, id } }));
  let found: Case | undefined = before;
  for (let from = 0; from < changes.length || found === undefined; from += AT_ONCE) {
    const some = changes.slice(from, from + AT_ONCE);
    found =
      found === undefined
        ? await ask('POST /api/v1/cases', { body: { title: into.title, changes: some } })
        : await ask('POST /api/v1/cases/:id/changes', { params: { id: found.id }, body: { changes: some } });
  }
  const { id, title, items } = found;
  if (added.length === 0) {
    sayDone(say('inCaseAlready', { case: title }));
    return id;
  }
  const ids = new Set(added.map((one) => one.id));
  const places = items.filter((item) => ids.has(item.id)).map(({ no }) => no);
  const one = notices[0];
  const text =
    notices.length === 1
      ? say('addedOne', { title: one?.title ?? one?.id ?? '', case: title })
      : say('added', { count: added.length, case: title });
  sayDone(text, () => takeOut(id, places, into.id === null));
  return id;
}

/** What hangs on what cases hold. */
function forgetHeld(): void {
  forget('GET /api/v1/cases', 'GET /api/v1/cases/:id', 'GET /api/v1/cases/:id/log', 'GET /api/v1/cases/:id/suggestions');
}

/** A case that was opened for them is closed with it: nothing that stood in the log of cases is ever unsaid. */
async function takeOut(id: string, places: readonly number[], close: boolean): Promise<void> {
  const changes: CaseChange[] = places.map((item) => ({ do: 'remove', item }));
  if (close) changes.push({ do: 'close' });
  for (let from = 0; from < changes.length; from += AT_ONCE)
    await ask('POST /api/v1/cases/:id/changes', { params: { id }, body: { changes: changes.slice(from, from + AT_ONCE) } });
  forgetHeld();
}
