import { useRef, useState, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Section } from '../../parts/page.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import { summaryOf } from './apply-change.ts';
import css from './case.module.css';
import form from './form.module.css';
import { SayForm } from './say-form.tsx';
import { useChangeCase } from './use-case.ts';
import { NoticeLink } from './notice-link.tsx';

type Note = Case['notes'][number];

/** Notes of a case beside its summary; those that hang on words of a notice lead to them. */
export function Notes({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const change = useChangeCase(of.id);
  const summary = summaryOf(of);
  const notes = of.notes.filter((note) => note !== summary);
  return (
    <Section title={say('notes')}>
      {notes.length === 0 && <p className={css.soft}>{say('noNotes')}</p>}
      <ul className={css.said}>
        {notes.map((note) => (
          <OneNote key={note.no} of={of} note={note} />
        ))}
      </ul>
      <SayForm
        label={say('newNote')}
        button={say('addNote')}
        onSay={(text) => change({ change: { do: 'note', text }, said: say('saidNote') })}
      />
    </Section>
  );
}

function OneNote({ of, note }: { readonly of: Case; readonly note: Note }): ReactNode {
  const say = useWords('cases');
  const who = useWho();
  const mayChange = useMay('analyst');
  const [editing, setEditing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const done = (): void => {
    setEditing(false);
    row.current?.focus();
  };
  return (
    <li ref={row} tabIndex={-1}>
      {note.on !== null && (
        <blockquote className={css.quote}>
          <NoticeLink id={note.on.notice}>
            <mark>{shownString(note.words ?? say('wordsForgotten'))}</mark>
          </NoticeLink>
        </blockquote>
      )}
      {editing ? (
        <EditNote of={of} note={note} onDone={done} />
      ) : (
        <p className={css.text}>
          {note.text}
          {mayChange && (
            <Button
              kind="quiet"
              className="no-print"
              onClick={() => setEditing(true)}
              aria-label={say('editNote', { text: note.text.slice(0, 60) })}
            >
              {say('change')}
            </Button>
          )}
        </p>
      )}
      <p className={css.meta}>
        <span>{who(note.by)}</span> <Moment at={note.at} about />
        {note.changed !== null && <span>{say('changedBy', { name: who(note.changed.by) })}</span>}
      </p>
    </li>
  );
}

/** What was written stays where it is refused. */
function EditNote({ of, note, onDone }: { readonly of: Case; readonly note: Note; readonly onDone: () => void }): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const change = useChangeCase(of.id);
  const [text, setText] = useState(note.text);
  const [before] = useState(note.text);
  const save = async (): Promise<void> => {
    const wanted = text.trim();
    if (wanted === before || (await change({ change: { do: 'changeNote', note: note.no, text: wanted }, said: say('saidNoteChanged') })))
      onDone();
  };
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={say('note')}
        bare
        maxLength={20_000}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to write here
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={form.acts}>
        <Button kind="main" type="submit" disabled={text.trim() === ''}>
          {frame('save')}
        </Button>
        <Button onClick={onDone}>{frame('cancel')}</Button>
      </div>
    </form>
  );
}
