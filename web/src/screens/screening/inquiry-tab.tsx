import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { dropDrafts, useDraft } from '../../acts/drafts.ts';
import { dropAsked, useAsked } from '../../acts/last-asked.ts';
import { ask, type Answer } from '../../api/ask.ts';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { InquiryResults } from './inquiry-results.tsx';
import css from './screening.module.css';

const KEY = ['screening', 'inquiry'];
const MOST_CHARACTERS = 400_000;
const MOST_NAMES = 100;

interface Asked {
  readonly text: string;
  readonly names: readonly string[];
}

/** A request that somebody received, as a whole: goods, red flags, listed parties and known notices. Nothing of it is kept; it goes with the page. */
export function InquiryTab(): ReactNode {
  const say = useWords('screening');
  const [form, setForm] = useState(0);
  const inquire = useMutation({
    mutationKey: KEY,
    mutationFn: ({ text, names }: Asked) => ask('POST /api/v1/inquiries', { body: { text, names } }),
    gcTime: Infinity,
  });
  const last = useAsked<Answer<'POST /api/v1/inquiries'>, Asked>(KEY).at(-1);
  const clear = (): void => {
    dropAsked(KEY);
    dropDrafts('inquiry ');
    setForm((before) => before + 1);
  };
  if (last?.answer !== undefined && last.about !== undefined)
    return <InquiryResults asked={last.about} at={new Date(last.since).toISOString()} found={last.answer} onClear={clear} />;
  return (
    <>
      <InquiryForm
        key={form}
        first={last?.about}
        busy={last?.status === 'pending'}
        onAsk={(asked) => {
          dropAsked(KEY);
          inquire.mutate(asked);
        }}
      />
      <ProblemLine error={last?.error} />
      <p className={css.soft}>{say('inquiryKept')}</p>
    </>
  );
}

function InquiryForm({
  first,
  busy,
  onAsk,
}: {
  readonly first: Asked | undefined;
  readonly busy: boolean;
  readonly onAsk: (asked: Asked) => void;
}): ReactNode {
  const say = useWords('screening');
  const [text, setText] = useDraft('inquiry text', () => first?.text ?? '');
  const [names, setNames] = useDraft('inquiry names', () => (first?.names ?? []).join('\n'));
  const list = [...new Set(names.split('\n').map((name) => name.trim()))].filter((name) => name !== '');
  const tooLong = text.length > MOST_CHARACTERS;
  const tooMany = list.length > MOST_NAMES;
  return (
    <form
      className={css.inquiry}
      onSubmit={(event) => {
        event.preventDefault();
        onAsk({ text, names: list });
      }}
    >
      <TextField
        label={say('inquiryText')}
        hint={say('inquiryHint')}
        problem={tooLong ? say('inquiryTooLong', { most: MOST_CHARACTERS }) : undefined}
        rows={12}
        dir="auto"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        label={say('inquiryNames')}
        hint={say('inquiryNamesHint')}
        problem={tooMany ? say('tooManyNames', { most: MOST_NAMES, count: list.length }) : undefined}
        rows={3}
        spellCheck={false}
        value={names}
        onChange={(event) => setNames(event.target.value)}
      />
      <div>
        <Button kind="main" type="submit" disabled={busy || text.trim() === '' || tooLong || tooMany}>
          {busy ? say('inquiring') : say('inquire')}
        </Button>
      </div>
    </form>
  );
}
