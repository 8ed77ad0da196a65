import { useMutation } from '@tanstack/react-query';
import { memo, useMemo, useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { answers, asking } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Choice, Field, TextField, Tick } from '../../parts/field.tsx';
import { inFull } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { ROWS, useGrowing } from '../../parts/use-growing.ts';
import { useStable } from '../../parts/use-stable.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { AssertFields } from './assert-fields.tsx';
import { assertsOf, EMPTY_ASSERTS, unknownIn, type AssertDraft } from './asserts.ts';
import { countryFinder } from './countries.ts';
import form from './form.module.css';
import type { Item } from './item-kinds.ts';
import { NoticeFacts } from './notice-facts.tsx';
import { useNumbers } from './numbers.tsx';
import { forgetCase } from './use-case.ts';

interface Given {
  readonly of: Case;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Records who says what, when, about which notices of the case, and where it stands. */
export function ClaimForm({ of, open, onClose }: Given): ReactNode {
  const say = useWords('claims');
  return (
    <Panel open={open} onClose={onClose} title={say('newClaim')} wide>
      <Form of={of} onClose={onClose} />
    </Panel>
  );
}

function Form({ of, onClose }: Omit<Given, 'open'>): ReactNode {
  const say = useWords('claims');
  const frame = useWords('shell');
  const language = useLanguage();
  const numbers = useNumbers();
  const named = (id: string, caption: string | null): string =>
    [numbers.get(id), shownString(caption ?? id)].filter((part) => part !== undefined).join(' · ');
  const notices = of.items.filter(({ kind }) => kind === 'notice');
  const sources = of.items.filter(({ kind }) => kind === 'report' || kind === 'notice' || kind === 'capture');
  const [who, setWho] = useState('');
  const [saidAt, setSaidAt] = useState('');
  const [quote, setQuote] = useState('');
  const [source, setSource] = useState(sources.find(({ kind }) => kind === 'report')?.id ?? '');
  const [about, setAbout] = useState<ReadonlySet<string>>(() => new Set(notices.map(({ id }) => id)));
  const tick = useStable((id: string, on: boolean) =>
    setAbout((before) => (on ? before.union(new Set([id])) : before.difference(new Set([id])))),
  );
  const [drawn] = useGrowing(notices.length, ROWS);
  const [asserts, setAsserts] = useState<AssertDraft>(EMPTY_ASSERTS);
  const codeOf = useMemo(() => countryFinder(language), [language]);
  const unknown = unknownIn(asserts, codeOf);
  const recording = useMutation({
    mutationFn: () =>
      ask('POST /api/v1/claims', {
        body: {
          who: who.trim(),
          saidAt: saidAt === '' ? null : saidAt,
          quote: quote.trim(),
          source: source === '' ? null : source,
          about: [...about],
          asserts: assertsOf(asserts, codeOf),
          cases: [of.id],
        },
      }),
    onSuccess: ({ id }) => {
      const renew = (): void => {
        void answers.invalidateQueries({ queryKey: asking('GET /api/v1/cases/:id', { params: { id: of.id } }).queryKey });
        forgetCase();
      };
      renew();
      sayDone(say('saidClaim'), async () => {
        await ask('POST /api/v1/claims/:id/withdrawal', { params: { id }, body: { why: say('claimMistaken') } });
        renew();
      });
      onClose();
    },
  });
  const ready = who.trim() !== '' && quote.trim() !== '' && about.size > 0 && unknown.length === 0;
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        recording.mutate();
      }}
    >
      <div className={form.row}>
        <Field label={say('claimWho')} required maxLength={300} value={who} onChange={(event) => setWho(event.target.value)} />
        <Field
          label={say('claimWhen')}
          hint={
            <>
              {saidAt === '' ? say('claimWhenHint') : inFull(saidAt, language)}{' '}
              <Button kind="quiet" onClick={() => setSaidAt(today())}>
                {say('today')}
              </Button>
            </>
          }
          type="date"
          value={saidAt}
          onChange={(event) => setSaidAt(event.target.value)}
        />
      </div>
      <TextField
        label={say('claimQuote')}
        hint={say('claimQuoteHint')}
        required
        maxLength={20_000}
        value={quote}
        onChange={(event) => setQuote(event.target.value)}
      />
      <Choice
        label={say('claimSource')}
        hint={say('claimSourceHint')}
        value={source}
        onChange={(event) => setSource(event.target.value)}
        options={[['', say('claimNowhere')], ...sources.map(({ id, caption }) => [id, named(id, caption)] as const)]}
      />
      <fieldset className={form.ticks}>
        <legend>{say('claimAbout')}</legend>
        {notices.length === 0 && <p>{say('claimNoNotices')}</p>}
        {notices.slice(0, drawn).map((item) => (
          <AboutTick key={item.id} item={item} label={named(item.id, item.caption)} isOn={about.has(item.id)} onTick={tick} />
        ))}
      </fieldset>
      <AssertFields value={asserts} unknown={unknown} onChange={setAsserts} />
      <ProblemLine error={recording.error} />
      <div className={form.acts}>
        <Button kind="main" type="submit" disabled={!ready || recording.isPending}>
          {say(recording.isPending ? 'recording' : 'recordClaim')}
        </Button>
        <Button onClick={onClose}>{frame('cancel')}</Button>
      </div>
    </form>
  );
}

/** Drawn anew only where it is ticked or not: a case may hold a thousand notices, and words are written beside them. */
const AboutTick = memo(function AboutTick({
  item: { id, notice },
  label,
  isOn,
  onTick,
}: {
  readonly item: Item;
  readonly label: string;
  readonly isOn: boolean;
  readonly onTick: (id: string, on: boolean) => void;
}): ReactNode {
  return (
    <Tick
      label={label}
      hint={notice && <NoticeFacts notice={notice} />}
      checked={isOn}
      onChange={(event) => onTick(id, event.target.checked)}
    />
  );
});

/** The day that it is here. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
