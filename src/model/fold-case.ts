import type { CaseAct, CaseContent, CaseItemRef, CaseTask } from './case.ts';
import { DualwatchError } from './errors.ts';

const NOTHING: CaseContent = { title: '', state: 'open', items: [], tasks: [], comments: [], notes: [] };

/** What a case is after all acts of its log, in order. */
export function foldCase(acts: Iterable<CaseAct>): CaseContent {
  let content = NOTHING;
  for (const act of acts) content = caseAfter(content, act);
  return content;
}

/**
 * What a case is after one more act. Throws `not-found` where the act is about an item, task or note that the case does not have, and `conflict` where there
 * is nothing to do: it holds the item already, is closed already.
 */
export function caseAfter(content: CaseContent, { no, by, at, done }: CaseAct): CaseContent {
  switch (done.do) {
    case 'open':
    case 'rename':
      return { ...content, title: done.title };
    case 'add': {
      if (held(content, done.item) !== undefined)
        throw new DualwatchError('conflict', `the case holds ${done.item.kind} ${done.item.id} already`);
      return { ...content, items: [...content.items, { ...done.item, no, why: done.why, by, at }] };
    }
    case 'remove':
      requireNo(content.items, done.item, 'item');
      return { ...content, items: content.items.filter((one) => one.no !== done.item) };
    case 'task': {
      const { text, assignee, due } = done;
      return { ...content, tasks: [...content.tasks, { no, text, assignee, due, by, at, done: null }] };
    }
    case 'changeTask': {
      requireNo(content.tasks, done.task, 'task');
      const changed = (task: CaseTask): CaseTask => ({
        ...task,
        text: done.text ?? task.text,
        assignee: done.assignee === undefined ? task.assignee : done.assignee,
        due: done.due === undefined ? task.due : done.due,
        done: done.done === undefined ? task.done : done.done ? (task.done ?? { by, at }) : null,
      });
      return { ...content, tasks: content.tasks.map((task) => (task.no === done.task ? changed(task) : task)) };
    }
    case 'comment':
      return { ...content, comments: [...content.comments, { no, text: done.text, by, at }] };
    case 'note':
      return { ...content, notes: [...content.notes, { no, text: done.text, on: done.on, by, at, changed: null }] };
    case 'changeNote':
      requireNo(content.notes, done.note, 'note');
      return {
        ...content,
        notes: content.notes.map((note) => (note.no === done.note ? { ...note, text: done.text, changed: { by, at } } : note)),
      };
    case 'close':
    case 'reopen': {
      const state = done.do === 'close' ? 'closed' : 'open';
      if (content.state === state) throw new DualwatchError('conflict', `the case is ${state} already`);
      return { ...content, state };
    }
    case 'triage':
    case 'withdraw':
      return content;
  }
}

function held({ items }: CaseContent, { kind, id }: CaseItemRef): CaseItemRef | undefined {
  return items.find((one) => one.kind === kind && one.id === id);
}

function requireNo(of: readonly { readonly no: number }[], no: number, what: string): void {
  if (!of.some((one) => one.no === no))
    throw new DualwatchError('not-found', `the case has no ${what} ${no}; "dualwatch case show" gives the numbers`);
}
