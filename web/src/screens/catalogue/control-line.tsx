import type { ReactNode } from 'react';
import type { ControlEntry } from '../../api/routes.gen.ts';
import { useGlossary } from '../../api/glossary.ts';
import { inFull } from '../../parts/moment.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { OldData } from '../../parts/old-data.tsx';
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
        <strong>{entry.entry}</strong>
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
      <OldData asOf={entry.asOf} />
      <details className={css.more}>
        <summary>{say('details')}</summary>
        <Behind entry={entry} />
      </details>
    </li>
  );
}

/** Conditions, reasons and where all of it is from. */
function Behind({ entry }: { readonly entry: ControlEntry }): ReactNode {
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
    <Facts>
      {facts.map(([key, text]) =>
        text === undefined || text === '' ? null : (
          <Fact key={key} label={say(key)}>
            <span lang="en">{text}</span>
          </Fact>
        ),
      )}
      <Fact label={say('confidence')}>
        {say(CONFIDENCE[entry.confidence])}, {say('dataOf', { asOf: inFull(entry.asOf, language) })}
      </Fact>
    </Facts>
  );
}
