import type { Case, CaseChange } from '../../api/routes.gen.ts';

interface Doer {
  readonly by: string;
  readonly at: string;
  /** What an added item is called until the server has answered. */
  readonly caption?: string | undefined;
}

/** A case as it will be after a change: what is shown until the server has answered. Numbers follow from its version, as the server gives them. */
export function applyChange(before: Case, change: CaseChange, { by, at, caption }: Doer): Case {
  const no = before.version + 1;
  const next = { ...before, version: no, updatedAt: at };
  const made = { no, by, at };
  switch (change.do) {
    case 'rename':
      return { ...next, title: change.title };
    case 'close':
      return { ...next, state: 'closed' };
    case 'reopen':
      return { ...next, state: 'open' };
    case 'add':
      return {
        ...next,
        items: [...before.items, { ...change.item, ...made, why: change.why ?? null, caption: caption ?? change.item.id }],
      };
    case 'remove':
      return { ...next, items: before.items.filter((item) => item.no !== change.item) };
    case 'task':
      return {
        ...next,
        tasks: [...before.tasks, { ...made, text: change.text, assignee: change.assignee ?? null, due: change.due ?? null, done: null }],
      };
    case 'changeTask':
      return { ...next, tasks: before.tasks.map((task) => (task.no === change.task ? changedTask(task, change, { by, at }) : task)) };
    case 'comment':
      return { ...next, comments: [...before.comments, { ...made, text: change.text }] };
    case 'note':
      return { ...next, notes: [...before.notes, { ...made, text: change.text, on: change.on ?? null, changed: null, words: null }] };
    case 'changeNote':
      return {
        ...next,
        notes: before.notes.map((note) => (note.no === change.note ? { ...note, text: change.text, changed: { by, at } } : note)),
      };
  }
}

function changedTask(
  task: Case['tasks'][number],
  { done, text, assignee, due }: Extract<CaseChange, { do: 'changeTask' }>,
  doer: { readonly by: string; readonly at: string },
): Case['tasks'][number] {
  return {
    ...task,
    ...(text === undefined ? {} : { text }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(due === undefined ? {} : { due }),
    ...(done === undefined ? {} : { done: done ? doer : null }),
  };
}

/** What takes a change back, of the case as it was before and after it; undefined for what stays said (comments, notes) and for what changed nothing. */
export function inverseOf(before: Case, change: CaseChange, after: Case): CaseChange | undefined {
  switch (change.do) {
    case 'rename':
      return { do: 'rename', title: before.title };
    case 'close':
      return { do: 'reopen' };
    case 'reopen':
      return { do: 'close' };
    case 'add': {
      const added = after.items.findLast(({ kind, id }) => kind === change.item.kind && id === change.item.id);
      const isNew = added !== undefined && !before.items.some(({ no }) => no === added.no);
      return isNew ? { do: 'remove', item: added.no } : undefined;
    }
    case 'remove': {
      const item = before.items.find((one) => one.no === change.item);
      return item === undefined ? undefined : { do: 'add', item: { kind: item.kind, id: item.id }, why: item.why };
    }
    case 'changeTask': {
      const task = before.tasks.find((one) => one.no === change.task);
      if (task === undefined) return undefined;
      return {
        do: 'changeTask',
        task: task.no,
        ...(change.done === undefined ? {} : { done: task.done !== null }),
        ...(change.text === undefined ? {} : { text: task.text }),
        ...(change.assignee === undefined ? {} : { assignee: task.assignee }),
        ...(change.due === undefined ? {} : { due: task.due }),
      };
    }
    case 'changeNote': {
      const note = before.notes.find((one) => one.no === change.note);
      return note === undefined ? undefined : { do: 'changeNote', note: note.no, text: note.text };
    }
    case 'task':
    case 'comment':
    case 'note':
      return undefined;
  }
}

/** The note that says what the case is about: the first that hangs on no words. */
export function summaryOf({ notes }: Pick<Case, 'notes'>): Case['notes'][number] | undefined {
  return notes.find(({ on }) => on === null);
}
