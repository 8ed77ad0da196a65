import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useGlossary } from '../../api/glossary.ts';
import { asking } from '../../api/queries.ts';
import type { Concept } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { useWords, type WordKey } from '../../words/use-words.ts';
import { ConceptControls } from './concept-controls.tsx';
import { ConceptTerms } from './concept-terms.tsx';
import { SCHEMES } from './schemes.ts';
import css from './catalogue.module.css';

const CIVIL = { low: 'civilLow', medium: 'civilMedium', high: 'civilHigh' } as const;
const SOURCES: Readonly<Record<string, WordKey<'catalogue'>>> = {
  'knowledge of the project': 'fromProject',
  'product pages': 'fromProductPages',
  'product data': 'fromProductData',
  'procurement notices': 'fromNotices',
  'other public texts': 'fromTexts',
  'control lists and laws': 'fromLists',
  'classifications (HS, CPV, OKPD2, FSC)': 'fromClassifications',
  dictionaries: 'fromDictionaries',
};

/** All that the catalogue says of one kind of goods. */
export function ConceptView({ id, date }: { readonly id: string; readonly date: string | undefined }): ReactNode {
  const query = useQuery({ ...asking('GET /api/v1/catalogue/:id', { params: { id }, query: { date } }), staleTime: Infinity });
  return (
    <Answered query={query} lines={12}>
      {(concept) => <Shown concept={concept} date={date} />}
    </Answered>
  );
}

function Shown({ concept, date }: { readonly concept: Concept; readonly date: string | undefined }): ReactNode {
  const say = useWords('catalogue');
  const { goods } = useGlossary();
  const { id, definition, civilUse, sources, codes, chpl, terms = [] } = concept;
  const tariff = [...new Set([...codes.map(({ code }) => code), ...concept.hs6])];
  const schemeOf = (code: string): WordKey<'catalogue'> => SCHEMES[codes.find((one) => one.code === code)?.scheme ?? 'hs'] ?? 'schemeHs';
  return (
    <article className={css.concept} aria-label={goods(id)}>
      <Link from="/catalogue" to="/catalogue" search={({ concept: _, ...rest }) => rest} className={css.back}>
        <ArrowLeft aria-hidden="true" />
        {say('allConcepts')}
      </Link>
      <h2>{goods(id)}</h2>
      <p lang="en">{definition}</p>
      <Facts>
        <Fact label={say('civilUse')}>{say(CIVIL[civilUse])}</Fact>
        <Fact label={say('conceptId')}>
          <code>{id}</code>
        </Fact>
        <Fact label={say('termsFrom')}>
          {sources.map((source) => (SOURCES[source] === undefined ? source : say(SOURCES[source]))).join(' · ')}
        </Fact>
      </Facts>
      <ConceptControls concept={concept} date={date} />
      {tariff.length > 0 && (
        <section aria-label={say('codes')}>
          <h3>{say('codes')}</h3>
          <ul className={css.codes}>
            {tariff.map((code) => (
              <li key={code}>
                <Link to="/catalogue" search={{ tab: 'codes', code, ...(date === undefined ? {} : { date }) }}>
                  {code}
                </Link>{' '}
                <span className={css.small}>{say(schemeOf(code))}</span>
                {chpl[code] !== undefined && <Chip>{say('tier', { tier: chpl[code] })}</Chip>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ConceptTerms key={id} concept={id} terms={terms} />
    </article>
  );
}
