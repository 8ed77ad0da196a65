import { ask, messageOf, type Answer } from '../api/ask.ts';
import { answers, forget } from '../api/queries.ts';
import type { NoticeInFull, Triage } from '../api/routes.gen.ts';
import { listenersOf } from '../look/listeners.ts';
import { useWho } from '../words/use-who.ts';
import { useWords, type Say } from '../words/use-words.ts';
import { sayDone, sayRefused, unsay } from './done.ts';

/** What is done to notices: each shows at once, and is put back if the server refuses. */
export type Doing =
  | { readonly act: 'dismiss' | 'escalate' | 'reopen'; readonly why?: string }
  /** Null: it is nobody's any more. */
  | { readonly act: 'assign'; readonly assignee: string | null };

/** A notice as an act names it to people. */
export interface Named {
  readonly id: string;
  readonly title: string | null;
}

/**
 * What becomes of an act, for whoever shows lists: `began` at once, then `ended` with what each notice is now or `refused`; `takingBack` as soon as somebody undoes it, then `tookBack`.
 * `unclear`: the server and the page may differ; read anew.
 */
export type Told =
  | { readonly kind: 'began'; readonly no: number; readonly ids: ReadonlySet<string>; readonly after: (before: Triage) => Triage }
  | { readonly kind: 'refused' | 'takingBack' | 'unclear'; readonly no: number }
  | { readonly kind: 'ended' | 'tookBack'; readonly no: number; readonly triages: ReadonlyMap<string, Triage> };

/** A title of others may be megabytes long. */
const LONGEST_TITLE = 200;

let no = 0;

const { subscribe: onTriage, tell } = listenersOf<[told: Told]>();
export { onTriage };

/** What a notice is after an act, as the server will have it. */
export function triageAfter(doing: Doing): (before: Triage) => Triage {
  switch (doing.act) {
    case 'dismiss':
      return (before) => ({ ...before, state: 'dismissed' });
    case 'escalate':
      return (before) => ({ ...before, state: 'escalated' });
    case 'reopen':
      return (before) => ({ ...before, state: 'new' });
    case 'assign':
      return (before) => ({ ...before, assignee: doing.assignee });
  }
}

/** The one way to dismiss, escalate, reopen or assign: `triage([{ id, title }], { act: 'dismiss' })`. */
export function useTriage(): (notices: readonly Named[], doing: Doing) => void {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const who = useWho();
  return (notices, doing) => void act(notices, doing, { say, shell, who });
}

interface Sayings {
  readonly say: Say<'inbox'>;
  readonly shell: Say<'shell'>;
  /** What a person is called. */
  readonly who: (name: string) => string;
}

async function act(notices: readonly Named[], doing: Doing, { say, shell, who }: Sayings): Promise<void> {
  if (notices.length === 0) return;
  const mine = ++no;
  const ids = new Set(notices.map(({ id }) => id));
  const before = patchKept(ids, triageAfter(doing));
  tell({ kind: 'began', no: mine, ids, after: triageAfter(doing) });
  const sent = ask('POST /api/v1/triage', { body: { notices: [...ids], ...doing } });
  const reasons: Answer<'POST /api/v1/triage'>[] = [];
  const undo = async (): Promise<void> => takeBack(mine, before, [await sent, ...reasons]);
  const isExplained = doing.act !== 'assign' && doing.why !== undefined;
  const explain = async (why: string): Promise<void> => {
    const changed = changedBy(await sent);
    if (changed.length === 0) return;
    const reason = await ask('POST /api/v1/triage', { body: { notices: changed, ...doing, why } });
    reasons.push(reason);
    kept(reason);
  };
  const text = doneText(notices, doing, say, who);
  const said = sayDone(isExplained ? shell('reasonKept', { done: text }) : text, undo, isExplained ? undefined : explain);
  try {
    tell({ kind: 'ended', no: mine, triages: kept(await sent) });
  } catch (error) {
    unsay(said);
    patchKept(ids, (now, id) => before.get(id) ?? now);
    tell({ kind: 'refused', no: mine });
    sayRefused(shell('putBack', { why: messageOf(error) }));
  }
}

/** What an act left as it was has nothing of it to take back or to explain: an older act would be taken back in its place. */
function changedBy(done: Answer<'POST /api/v1/triage'>): readonly string[] {
  return done.items.filter((one) => one.act !== null).map(({ notice }) => notice);
}

/** Takes back an act with the reasons that were given for it afterwards, which are acts too; but nothing that somebody else has done since. */
async function takeBack(mine: number, before: ReadonlyMap<string, Triage>, done: readonly Answer<'POST /api/v1/triage'>[]): Promise<void> {
  const [first = { items: [] }] = done;
  const changed = changedBy(first);
  const of = done.flatMap(({ items }) => items.flatMap((one) => one.act?.no ?? []));
  tell({ kind: 'takingBack', no: mine });
  patchKept(new Set(changed), (now, id) => before.get(id) ?? now);
  try {
    let { items } = first;
    if (changed.length > 0)
      for (const _ of done) ({ items } = await ask('POST /api/v1/triage', { body: { notices: changed, act: 'undo', of } }));
    tell({ kind: 'tookBack', no: mine, triages: kept({ items }) });
  } catch (error) {
    tell({ kind: 'unclear', no: mine });
    forget('GET /api/v1/notices/:id');
    throw error;
  }
}

/** Takes in what the server says; what is read elsewhere of triage is asked for anew. */
function kept({ items }: Answer<'POST /api/v1/triage'>): ReadonlyMap<string, Triage> {
  const triages = new Map(items.map(({ notice, triage }) => [notice, triage]));
  patchKept(new Set(triages.keys()), (now, id) => triages.get(id) ?? now);
  forget('GET /api/v1/notices/:id/triage', 'GET /api/v1/search', 'GET /api/v1/cases/:id/log');
  return triages;
}

/** Changes notices that are kept in full; returns what they were. */
function patchKept(ids: ReadonlySet<string>, after: (now: Triage, id: string) => Triage): ReadonlyMap<string, Triage> {
  const before = new Map<string, Triage>();
  for (const [key, notice] of answers.getQueriesData<NoticeInFull>({ queryKey: ['GET /api/v1/notices/:id'] })) {
    if (notice === undefined || !ids.has(notice.id)) continue;
    before.set(notice.id, notice.triage);
    answers.setQueryData(key, { ...notice, triage: after(notice.triage, notice.id) });
  }
  return before;
}

function doneText(notices: readonly Named[], doing: Doing, say: Say<'inbox'>, who: Sayings['who']): string {
  const [first] = notices;
  const count = notices.length;
  const title = (first?.title ?? first?.id ?? '').slice(0, LONGEST_TITLE);
  const to = doing.act === 'assign' ? who(doing.assignee ?? '') : '';
  if (doing.act === 'assign' && doing.assignee === null) return count === 1 ? say('freedOne', { title }) : say('freed', { count });
  const [one, many] = (
    {
      dismiss: ['dismissedOne', 'dismissed'],
      escalate: ['escalatedOne', 'escalated'],
      reopen: ['reopenedOne', 'reopened'],
      assign: ['assignedOne', 'assigned'],
    } as const
  )[doing.act];
  return count === 1 ? say(one, { title, to }) : say(many, { count, to });
}
