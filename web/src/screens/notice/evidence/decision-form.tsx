import { useState, type ReactNode } from 'react';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/field.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useDecide } from './decide.ts';
import type { Decided, Verdict } from './matched-parties.ts';
import own from './match-row.module.css';
import css from './evidence-list.module.css';

const WORDS = { hit: 'verdictHit', cleared: 'verdictCleared', unsure: 'verdictUnsure' } as const;

/** Why a match is a hit or is none: what the explanation says for that stands there already, so that Enter decides. */
export function DecisionForm({
  notice,
  matchKey,
  match,
  before,
  verdict,
  onDone,
}: {
  readonly notice: NoticeInFull;
  readonly matchKey: string;
  readonly match: NoticeInFull['matches'][number];
  readonly before: Decided | undefined;
  readonly verdict: Verdict;
  readonly onDone: () => void;
}): ReactNode {
  const [say, terms, shell] = [useWords('notice'), useWords('terms'), useWords('shell')];
  const decide = useDecide(notice.id);
  const [why, setWhy] = useState(() => reasonOf(match, verdict));
  return (
    <form
      className={own.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (why.trim() === '') return;
        onDone();
        void decide({ key: matchKey, caption: match.caption, verdict, why: why.trim(), before });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a key has just asked for it */}
      <Field label={say('whyDecided', { verdict: terms(WORDS[verdict]) })} hint={say('whyHint')} required autoFocus maxLength={2000} value={why} onChange={(event) => setWhy(event.target.value)} onFocus={(event) => event.target.select()} />
      <div className={css.acts}>
        <Button kind="main" type="submit">
          {terms(WORDS[verdict])}
        </Button>
        <Button onClick={onDone}>{shell('cancel')}</Button>
      </div>
    </form>
  );
}

function reasonOf({ explanation, text, matchedName }: NoticeInFull['matches'][number], verdict: Verdict): string {
  if (verdict === 'cleared') return explanation.against.join('; ');
  return [`${text} = ${matchedName}`, ...explanation.for].join('; ').slice(0, 2000);
}
