import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { answers, asking } from '../../api/queries.ts';
import type { Case, Claim } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { AssertFields } from './assert-fields.tsx';
import { assertsOf, draftOf, unknownIn } from './asserts.ts';
import { countryFinder } from './countries.ts';
import form from './form.module.css';
import { forgetCase } from './use-case.ts';

interface Given {
  readonly of: Case;
  readonly claim: Claim;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Adds what an analyst takes recorded words to say. A claim is never changed: it is recorded anew with the reading, and the first is withdrawn. */
export function ReadingForm({ of, claim, open, onClose }: Given): ReactNode {
  const say = useWords('claims');
  return (
    <Panel open={open} onClose={onClose} title={say('addReading')} wide>
      <Form of={of} claim={claim} onClose={onClose} />
    </Panel>
  );
}

function Form({ of, claim, onClose }: Omit<Given, 'open'>): ReactNode {
  const say = useWords('claims');
  const frame = useWords('shell');
  const language = useLanguage();
  const [asserts, setAsserts] = useState(() => draftOf(claim.asserts));
  const codeOf = useMemo(() => {
    const find = countryFinder(language);
    // A region, as RU-MOW, that was given before stays.
    return (words: string): string | undefined => find(words) ?? claim.asserts.destinations.find((known) => known === words);
  }, [language, claim]);
  const unknown = unknownIn(asserts, codeOf);
  // Tried again after the first of two steps, it is not recorded twice.
  const isRecorded = useRef(false);
  const recording = useMutation({
    async mutationFn() {
      const { who, saidAt, quote, capture, about } = claim;
      if (!isRecorded.current)
        await ask('POST /api/v1/claims', {
          body: {
            who,
            saidAt,
            quote,
            source: capture,
            about,
            asserts: { ...claim.asserts, ...assertsOf(asserts, codeOf) },
            cases: [...new Set([of.id, ...claim.cases])],
          },
        });
      isRecorded.current = true;
      await ask('POST /api/v1/claims/:id/withdrawal', { params: { id: claim.id }, body: { why: say('readAnew') } });
    },
    onSuccess() {
      void answers.invalidateQueries({ queryKey: asking('GET /api/v1/cases/:id', { params: { id: of.id } }).queryKey });
      forgetCase();
      sayDone(say('saidReading'));
      onClose();
    },
  });
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        recording.mutate();
      }}
    >
      <blockquote>
        <ShownText text={claim.quote} />
      </blockquote>
      <p>{say('readingText')}</p>
      <AssertFields value={asserts} unknown={unknown} onChange={setAsserts} isOpen />
      <ProblemLine error={recording.error} />
      <div className={form.acts}>
        <Button kind="main" type="submit" disabled={unknown.length > 0 || recording.isPending}>
          {say(recording.isPending ? 'recording' : 'recordReading')}
        </Button>
        <Button onClick={onClose}>{frame('cancel')}</Button>
      </div>
    </form>
  );
}
