import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Field } from '../../parts/field.tsx';
import { OneLine } from '../../parts/form.tsx';
import { useWords } from '../../words/use-words.ts';
import { CodeMeaning } from './code-meaning.tsx';
import { DayField } from './day-field.tsx';
import css from './catalogue.module.css';

const EXAMPLES = ['8543709960', '5A001.f', '26.20.40'] as const;

interface Asked {
  readonly code?: string;
  readonly date?: string;
}

/** What a code is, on which control lists it stands on a day, and which goods go with it. */
export function CodeSearch({ code, date, onAsk }: Asked & { readonly onAsk: (asked: Asked) => void }): ReactNode {
  const say = useWords('catalogue');
  return (
    <div className={css.single}>
      <CodeForm key={code ?? ''} code={code ?? ''} onAsk={(typed) => onAsk({ code: typed })} />
      {code === undefined ? (
        <Empty
          title={say('codesTitle')}
          acts={EXAMPLES.map((example) => (
            <Button key={example} onClick={() => onAsk({ code: example })}>
              {say('example', { code: example })}
            </Button>
          ))}
        >
          {say('codesTeach')}
        </Empty>
      ) : (
        <CodeAnswered code={code} date={date} onAsk={onAsk} />
      )}
    </div>
  );
}

function CodeForm({ code, onAsk }: { readonly code: string; readonly onAsk: (code: string) => void }): ReactNode {
  const say = useWords('catalogue');
  const [typed, setTyped] = useState(code);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onAsk(typed.trim());
      }}
    >
      <OneLine>
        <Field
          label={say('code')}
          hint={say('codeHint')}
          value={typed}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button kind="main" type="submit">
          {say('lookUp')}
        </Button>
      </OneLine>
    </form>
  );
}

function CodeAnswered({ code, date, onAsk }: Asked & { readonly code: string; readonly onAsk: (asked: Asked) => void }): ReactNode {
  const say = useWords('catalogue');
  const query = useQuery({ ...asking('GET /api/v1/codes/:code', { params: { code }, query: { date } }), staleTime: Infinity });
  return (
    <Answered query={query}>
      {({ meanings, problem, nearest, date: day }) =>
        meanings.length === 0 ? (
          <div className={css.unknown} role="status">
            <h2>{say('unknownCode')}</h2>
            {problem !== null && <p lang="en">{problem}</p>}
            {nearest !== null && <Button onClick={() => onAsk({ code: nearest })}>{say('didYouMean', { code: nearest })}</Button>}
          </div>
        ) : (
          <>
            <header className={css.sectionHead}>
              <p className={css.small}>{say('candidateOnly')}</p>
              <DayField value={day} onChange={(chosen) => onAsk({ date: chosen })} />
            </header>
            {meanings.map((meaning) => (
              <CodeMeaning key={`${meaning.scheme} ${meaning.code}`} meaning={meaning} day={day} />
            ))}
          </>
        )
      }
    </Answered>
  );
}
