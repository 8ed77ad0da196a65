import { Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Explanation } from '../api/routes.gen.ts';
import { useLanguage, useWords, type WordKey } from '../words/use-words.ts';
import css from './alignment.module.css';
import { asPercent } from './fractions.ts';
import { nameFact } from './name-facts.ts';

type Pair = Explanation['alignment'][number];

const LINKS: Readonly<Record<string, WordKey<'screening'>>> = {
  same: 'linkSame',
  spelling: 'linkSpelling',
  typing: 'linkTyping',
  reading: 'linkReading',
  translation: 'linkTranslation',
  initial: 'linkInitial',
  joined: 'linkJoined',
  missing: 'linkMissing',
  different: 'linkDifferent',
};
const KINDS: Readonly<Record<string, WordKey<'screening'>>> = {
  place: 'partPlace',
  trade: 'partTrade',
  form: 'partForm',
  number: 'partNumber',
  title: 'partTitle',
  initial: 'partInitial',
};

/** Two names set against each other part by part, how each corresponds, and which facts beside them speak for or against one party. */
export function Alignment({ explanation }: { readonly explanation: Explanation }): ReactNode {
  const say = useWords('screening');
  return (
    <div className={css.explanation}>
      <div className={css.pairs} role="table" aria-label={say('alignment')}>
        <div className={css.heads} role="row">
          <span role="columnheader">{say('asked')}</span>
          <span role="columnheader" className={css.how}>
            <span className="visually-hidden">{say('howAlike')}</span>
          </span>
          <span role="columnheader">{say('listedName')}</span>
        </div>
        <div className={css.parts} role="rowgroup">
          {explanation.alignment.map((pair, place) => (
            <PairOfParts key={place} pair={pair} />
          ))}
        </div>
      </div>
      <Facts facts={explanation.for} label={say('speaksFor')} icon={<Plus aria-hidden="true" />} />
      <Facts facts={explanation.against} label={say('speaksAgainst')} icon={<Minus aria-hidden="true" />} />
    </div>
  );
}

function PairOfParts({ pair: { a, b, kind, link, similarity } }: { readonly pair: Pair }): ReactNode {
  const say = useWords('screening');
  const language = useLanguage();
  const linkWord = LINKS[link];
  const kindWord = KINDS[kind];
  const alike = a !== null && b !== null && similarity < 1 && link !== 'translation' ? ` ${asPercent(similarity, language)}` : '';
  return (
    <div className={css.pair} role="row" data-link={link}>
      <bdi role="cell" className={css.part}>
        {a ?? <Nothing />}
      </bdi>
      <span role="cell" className={css.how}>
        {linkWord === undefined ? link : say(linkWord)}
        {alike}
        {kindWord !== undefined && <span className={css.kind}>{say(kindWord)}</span>}
      </span>
      <bdi role="cell" className={css.part}>
        {b ?? <Nothing />}
      </bdi>
    </div>
  );
}

function Nothing(): ReactNode {
  const say = useWords('screening');
  return (
    <span className={css.nothing}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{say('nothingAgainst')}</span>
    </span>
  );
}

function Facts({ facts, label, icon }: { readonly facts: readonly string[]; readonly label: string; readonly icon: ReactNode }): ReactNode {
  const say = useWords('screening');
  if (facts.length === 0) return null;
  return (
    <div className={css.facts}>
      <h4>
        {icon}
        {label}
      </h4>
      <ul>
        {facts.map((fact) => {
          const known = nameFact(fact);
          return <li key={fact}>{known === null ? fact : say(known.key, known.values)}</li>;
        })}
      </ul>
    </div>
  );
}
