import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask } from '../../api/ask.ts';
import type { Explanation, Upload } from '../../api/routes.gen.ts';
import { Alignment } from '../../parts/alignment.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { DecideBar } from '../../parts/decide-bar.tsx';
import { PartyPanel } from '../../parts/party-panel.tsx';
import { Score } from '../../parts/score.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { readResults } from './read-results.ts';
import type { ResultHit } from './result-rows.ts';
import css from './uploads.module.css';

const SHOWN_AT_ONCE = 50;

/** The first hits of a file, in its order; each opens its alignment and the decision about it. */
export function UploadHits({ job }: { readonly job: Upload }): ReactNode {
  const say = useWords('screening');
  const shell = useWords('shell');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const [party, setParty] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ['screening', 'results', job.id],
    staleTime: Infinity,
    queryFn: ({ signal }) => readResults(job.id, job.asked.format, signal),
  });
  return (
    <Answered query={query}>
      {({ hits, more }) => (
        <>
          <ol className={css.hits} aria-label={say('hits')}>
            {hits.slice(0, most).map((hit) => (
              <HitLine key={hit.match} hit={hit} onParty={setParty} />
            ))}
          </ol>
          {hits.length > most ? (
            <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>{shell('showMore')}</Button>
          ) : (
            more && <p className={css.soft}>{say('moreInFile')}</p>
          )}
          <PartyPanel id={party} onClose={() => setParty(null)} />
        </>
      )}
    </Answered>
  );
}

function HitLine({ hit, onParty }: { readonly hit: ResultHit; readonly onParty: (id: string) => void }): ReactNode {
  const say = useWords('screening');
  const [open, setOpen] = useState(false);
  return (
    <li className={css.hit}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Score value={hit.score} />
          <bdi className={css.customer}>
            <ShownText text={hit.name} />
          </bdi>
          <span className={css.soft}>
            {say('rowNumber', { row: hit.row })}
            {hit.customerKey !== '' && ` · ${hit.customerKey}`}
          </span>
          <span className={css.listed}>
            <bdi>
              <ShownText text={hit.caption} />
            </bdi>{' '}
            <span className={css.soft}>{hit.list}</span>
          </span>
        </summary>
        {open && <HitDetail hit={hit} onParty={onParty} />}
      </details>
    </li>
  );
}

function HitDetail({ hit, onParty }: { readonly hit: ResultHit; readonly onParty: (id: string) => void }): ReactNode {
  const say = useWords('screening');
  const compared = useQuery({
    queryKey: ['screening', 'compare', hit.name, hit.matchedName],
    staleTime: Infinity,
    queryFn: ({ signal }) => ask('POST /api/v1/compare', { body: { a: hit.name, b: hit.matchedName } }, signal),
  });
  return (
    <div className={css.detail}>
      <Answered query={compared} lines={2}>
        {({ explanation }) => <Judged hit={hit} explanation={explanation} />}
      </Answered>
      <p>
        <Button onClick={() => onParty(hit.party)}>{say('keyParty')}</Button>
      </p>
    </div>
  );
}

function Judged({ hit, explanation }: { readonly hit: ResultHit; readonly explanation: Explanation }): ReactNode {
  return (
    <>
      <Alignment explanation={explanation} />
      <DecideBar match={{ key: hit.match, caption: hit.caption, score: hit.score, explanation }} />
    </>
  );
}
