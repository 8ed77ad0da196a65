import { useId, useState, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { useMay, useMe } from '../../api/who.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Field, Tick } from '../../parts/field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import form from './form.module.css';
import { useChangeCase } from './use-case.ts';

type Task = Case['tasks'][number];

/** Tasks of a case, the open ones first: ticked when done, given to somebody. */
export function Tasks({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const open = of.tasks.filter(({ done }) => done === null);
  const done = of.tasks.filter((task) => task.done !== null);
  return (
    <Section title={say('tasks')}>
      {of.tasks.length === 0 && <p className={css.soft}>{say('noTasks')}</p>}
      <ul className={css.said}>
        {[...open, ...done].map((task) => (
          <OneTask key={task.no} of={of} task={task} />
        ))}
      </ul>
      <NewTask of={of} />
    </Section>
  );
}

function OneTask({ of, task }: { readonly of: Case; readonly task: Task }): ReactNode {
  const who = useWho();
  const say = useWords('cases');
  const mayChange = useMay('analyst');
  const change = useChangeCase(of.id);
  const [giving, setGiving] = useState(false);
  const isDone = task.done !== null;
  return (
    <li data-done={isDone}>
      <Tick
        label={task.text}
        checked={isDone}
        disabled={!mayChange}
        onChange={() =>
          void change({ change: { do: 'changeTask', task: task.no, done: !isDone }, said: say(isDone ? 'saidNotDone' : 'saidDone') })
        }
      />
      <p className={css.meta}>
        <span>{task.assignee === null ? say('nobodys') : say('assignedTo', { name: who(task.assignee) })}</span>
        {task.due !== null && (
          <span>
            {say('due')} <Moment at={task.due} />
          </span>
        )}
        {task.done !== null && (
          <span>
            {say('doneBy', { name: who(task.done.by) })} <Moment at={task.done.at} about />
          </span>
        )}
        {mayChange && !isDone && (
          <Button
            kind="quiet"
            className="no-print"
            aria-expanded={giving}
            onClick={() => setGiving(!giving)}
            aria-label={say('assignTask', { text: task.text.slice(0, 60) })}
          >
            {say('assign')}
          </Button>
        )}
      </p>
      {giving && <Give of={of} task={task} onDone={() => setGiving(false)} />}
    </li>
  );
}

/** Whose a task is: somebody who is named in the case already, oneself, or anybody by name. */
function Give({ of, task, onDone }: { readonly of: Case; readonly task: Task; readonly onDone: () => void }): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const change = useChangeCase(of.id);
  const [name, setName] = useState(task.assignee ?? '');
  const [due, setDue] = useState(task.due ?? '');
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        const given = { assignee: name.trim() === '' ? null : name.trim(), due: due === '' ? null : due };
        void change({ change: { do: 'changeTask', task: task.no, ...given }, said: say('saidAssigned') }).then(
          (isDone) => isDone && onDone(),
        );
      }}
    >
      <div className={form.row}>
        <People of={of} label={say('assignee')} value={name} onName={setName} />
        <Field label={say('dueDay')} type="date" value={due} onChange={(event) => setDue(event.target.value)} />
      </div>
      <div className={form.acts}>
        <Button kind="main" type="submit">
          {frame('save')}
        </Button>
        <Button onClick={onDone}>{frame('cancel')}</Button>
      </div>
    </form>
  );
}

function NewTask({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const change = useChangeCase(of.id);
  const mayChange = useMay('analyst');
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [due, setDue] = useState('');
  const add = async (): Promise<void> => {
    const wanted = text.trim();
    if (wanted === '') return;
    setText('');
    const given = { assignee: name.trim() === '' ? null : name.trim(), due: due === '' ? null : due };
    if (!(await change({ change: { do: 'task', text: wanted, ...given }, said: say('saidTask') }))) setText(wanted);
  };
  return (
    <form
      className={`${form.form} no-print`}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={say('newTask')} disabled={!mayChange} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      <div className={form.row}>
        <People of={of} label={say('assignee')} value={name} onName={setName} />
        <Field label={say('dueDay')} type="date" disabled={!mayChange} value={due} onChange={(event) => setDue(event.target.value)} />
      </div>
      <div className={form.acts}>
        <AnalystButton type="submit" disabled={text.trim() === ''}>
          {say('addTask')}
        </AnalystButton>
      </div>
    </form>
  );
}

function People({
  of,
  label,
  value,
  onName,
}: {
  readonly of: Case;
  readonly label: string;
  readonly value: string;
  readonly onName: (name: string) => void;
}): ReactNode {
  const me = useMe();
  const mayChange = useMay('analyst');
  const known = new Set([me?.name, of.by, ...of.tasks.map(({ assignee }) => assignee), ...of.comments.map(({ by }) => by)]);
  const list = useId();
  return (
    <>
      <Field
        label={label}
        list={list}
        disabled={!mayChange}
        maxLength={200}
        value={value}
        onChange={(event) => onName(event.target.value)}
      />
      <datalist id={list}>
        {[...known].map((name) => (name === null || name === undefined || name === '' ? null : <option key={name}>{name}</option>))}
      </datalist>
    </>
  );
}
