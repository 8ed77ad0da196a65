import type { ReactNode } from 'react';
import type { ControlEntry } from '../../api/routes.gen.ts';
import { useGlossary } from '../../api/glossary.ts';
import { inFull } from '../../parts/moment.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { limitText, statusWords } from './control-status.ts';
import css from './catalogue.module.css';

const CONFIDENCE = { verbatim: 'confidenceVerbatim', transcribed: 'confidenceTranscribed', secondary: 'confidenceSecondary' } as const;

/** One entry of a control list: which, whether it applies on the day, its limits; conditions and source behind a click. */
export function ControlLine({
  entry,
  state,
  day,
  beside,
}: {
  readonly entry: ControlEntry;
  readonly state?: 'in force' | 'not yet' | 'repealed' | 'suspended' | 'unverified';
  readonly day: string;
  readonly beside?: ReactNode;
}): ReactNode {
  const say = useWords('catalogue');
  const { list } = useGlossary();
  const language = useLanguage();
  const status = state === undefined ? undefined : statusWords({ entry, state }, day);
  const at = status?.at === null || status === undefined ? '' : inFull(status.at, language);
  return (
    <li className={css.control}>
      <p className={css.controlHead}>
        <strong className={css.entry}>{entry.entry}</strong>
        <span className={css.soft}>{list(entry.list)}</span>
        {status !== undefined && (
          <span className={css.status} data-state={state}>
            {say(status.key, { from: at, to: at, asOf: at })}
          </span>
        )}
      </p>
      {entry.heading !== '' && <p lang="en">{entry.heading}</p>}
      {beside !== undefined && <p className={css.beside}>{beside}</p>}
      {entry.thresholds.length > 0 && (
        <p className={css.small}>
          {say(entry.thresholds.length === 1 ? 'limit' : entry.combine === 'all' ? 'limitsAll' : 'limitsAny')}
          {': '}
          <span lang="en">{entry.thresholds.map(limitText).join('; ')}</span>
        </p>
      )}
      <details className={css.more}>
        <summary>{say('details')}</summary>
        <Facts entry={entry} />
      </details>
    </li>
  );
}

function Facts({ entry }: { readonly entry: ControlEntry }): ReactNode {
  const say = useWords('catalogue');
  const language = useLanguage();
  const facts = [
    ['conditions', entry.conditions],
    ['notInScope', entry.notInScope],
    ['why', entry.reason],
    ['repealedBy', entry.repealedBy],
    ['suspendedBy', entry.suspended?.by],
    ['source', entry.source],
  ] as const;
  return (
    <dl className={css.facts}>
      {facts.map(([key, text]) =>
        text === undefined || text === '' ? null : (
          <div key={key}>
            <dt>{say(key)}</dt>
            <dd lang="en">{text}</dd>
          </div>
        ),
      )}
      <div>
        <dt>{say('confidence')}</dt>
        <dd>
          {say(CONFIDENCE[entry.confidence])}, {say('dataOf', { asOf: inFull(entry.asOf, language) })}
        </dd>
      </div>
    </dl>
  );
}
