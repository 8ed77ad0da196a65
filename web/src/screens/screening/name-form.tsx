import { useRef, type ReactNode, type SyntheticEvent } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import type { NameQuery } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Choice, Field, TextField } from '../../parts/field.tsx';
import { useSchemaWord } from '../../parts/party-words.ts';
import { useWords } from '../../words/use-words.ts';
import { useDraft } from '../../acts/drafts.ts';
import { isBirthDate, MOST_NAMES, nameQueries, NO_FACTS, wrongCountries, type NameFacts } from './name-queries.ts';
import css from './screening.module.css';

const SCHEMATA = ['Person', 'Company', 'Organization', 'PublicBody', 'Vessel', 'Airplane'] as const;

/** Names, one a line, and what else is known: the more facts, the surer the answer. */
export function NameForm({
  first,
  busy,
  waits,
  onAsk,
}: {
  readonly first: readonly NameQuery[] | undefined;
  readonly busy: boolean;
  /** There is no list yet: names can be written, and are screened once there is one. */
  readonly waits: boolean;
  readonly onAsk: (queries: readonly NameQuery[]) => void;
}): ReactNode {
  const say = useWords('screening');
  const schemaWord = useSchemaWord();
  const glossary = useGlossary();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useDraft('names text', () => (first ?? []).map(({ name }) => name).join('\n'));
  const [facts, setFacts] = useDraft<NameFacts>('names facts', () => factsOf(first));
  const queries = nameQueries(text, facts);
  const set = (part: Partial<NameFacts>): void => setFacts({ ...facts, ...part });
  const wrong = wrongCountries(facts.countries);
  const codes = wrong.length === 0 ? facts.countries.split(/[^A-Za-z]+/).filter((code) => code !== '') : [];
  const tooMany = queries.length > MOST_NAMES;
  const ok = queries.length > 0 && !tooMany && wrong.length === 0 && isBirthDate(facts.birthDate);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (ok && !busy && !waits) onAsk(queries);
  };
  return (
    <form ref={form} className={css.form} onSubmit={submit}>
      <TextField
        label={say('names')}
        hint={say('namesHint')}
        problem={tooMany ? say('tooManyNames', { most: MOST_NAMES, count: queries.length }) : undefined}
        rows={6}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          form.current?.requestSubmit();
        }}
        spellCheck={false}
        autoComplete="off"
      />
      <div className={css.row}>
        <Choice
          label={say('kind')}
          value={facts.schema}
          onChange={(event) => set({ schema: event.target.value as NameFacts['schema'] })}
          options={[['', say('kindAny')], ...SCHEMATA.map((schema) => [schema, schemaWord(schema)] as const)]}
        />
        <Field
          label={say('countries')}
          placeholder={say('countriesExample')}
          hint={codes.length > 0 ? codes.map(glossary.country).join(', ') : say('countriesHint')}
          problem={wrong.length === 0 ? undefined : say('wrongCountries', { codes: wrong.join(', ') })}
          value={facts.countries}
          onChange={(event) => set({ countries: event.target.value })}
          autoComplete="off"
        />
      </div>
      <div className={css.row}>
        <Field
          label={say('birthDate')}
          placeholder="1961-05-03"
          problem={isBirthDate(facts.birthDate) ? undefined : say('wrongBirthDate')}
          value={facts.birthDate}
          onChange={(event) => set({ birthDate: event.target.value })}
          autoComplete="off"
          disabled={queries.length > 1}
        />
        <Field
          label={say('identifiers')}
          hint={queries.length > 1 ? say('factsOfOne') : say('identifiersHint')}
          value={facts.identifiers}
          onChange={(event) => set({ identifiers: event.target.value })}
          autoComplete="off"
          disabled={queries.length > 1}
        />
      </div>
      <Button kind="main" type="submit" disabled={!ok || busy || waits}>
        {busy ? say('screeningNow') : queries.length > 1 ? say('screenNames', { count: queries.length }) : say('screenName')}
      </Button>
      {waits && <p className={css.soft}>{say('namesWait')}</p>}
      <p className={css.soft}>{say('namesKept')}</p>
    </form>
  );
}

function factsOf(queries: readonly NameQuery[] | undefined): NameFacts {
  const [first] = queries ?? [];
  if (first === undefined) return NO_FACTS;
  return {
    schema: first.schema ?? '',
    countries: (first.countries ?? []).join(', '),
    birthDate: first.birthDates?.[0] ?? '',
    identifiers: (first.identifiers ?? []).join('; '),
  };
}
