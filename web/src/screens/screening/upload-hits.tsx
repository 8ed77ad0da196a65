import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useKeys } from '../../acts/keys.ts';
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

/** A verdict that a key asked for; each press is one of its own. */
interface Asked {
  /** The hit; a name that stands in two rows has one match in both. */
  readonly hit: ResultHit;
  readonly verdict: 'hit' | 'cleared';
  readonly no: number;
}

/** The first hits of a file, in its order; each opens its alignment and the decision about it. */
export function UploadHits({ job }: { readonly job: Upload }): ReactNode {
  const say = useWords('screening');
  const shell = useWords('shell');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const terms = useWords('terms');
  const [party, setParty] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | undefined>();
  const query = useQuery({
    queryKey: ['screening', 'results', job.id],
    staleTime: Infinity,
    queryFn: ({ signal }) => readResults(job.id, job.asked.format, signal),
  });
  const list = useRef<HTMLOListElement>(null);
  const lines = (): readonly HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(':scope > li > details > summary') ?? [])];
  const here = (): number => lines().findIndex((line) => line.closest('li')?.contains(document.activeElement));
  const move = (step: number): void => {
    const all = lines();
    const at = here();
    all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  };
  const decide = (verdict: 'hit' | 'cleared'): void => {
    const hit = query.data?.hits[Math.max(0, here())];
    if (hit !== undefined) setAsked({ hit, verdict, no: (asked?.no ?? 0) + 1 });
  };
  useKeys('here', [
    { key: 'j', label: say('keyNext'), repeats: true, run: () => move(1) },
    { key: 'k', label: say('keyPrevious'), repeats: true, run: () => move(-1) },
    { key: 'h', label: terms('verdictHit'), run: () => decide('hit') },
    { key: 'l', label: terms('verdictCleared'), run: () => decide('cleared') },
  ]);
  return (
    <Answered query={query}>
      {({ hits, more }) => (
        <>
          <ol className={css.hits} aria-label={say('hits')} ref={list}>
            {hits.slice(0, most).map((hit) => (
              <HitLine
                key={`${hit.row} ${hit.match}`}
                hit={hit}
                onParty={setParty}
                asked={asked?.hit === hit ? asked : undefined}
                onEnd={() => setAsked(undefined)}
              />
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

interface LineProps {
  readonly hit: ResultHit;
  readonly onParty: (id: string) => void;
  readonly asked: Asked | undefined;
  /** The key's verdict was given its reason, or not. */
  readonly onEnd: () => void;
}

function HitLine({ hit, onParty, asked, onEnd }: LineProps): ReactNode {
  const say = useWords('screening');
  const [open, setOpen] = useState(false);
  const [seen, setSeen] = useState(asked?.no);
  if (asked?.no !== seen) {
    setSeen(asked?.no);
    if (asked !== undefined) setOpen(true);
  }
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
        {open && <HitDetail hit={hit} onParty={onParty} asked={asked} onEnd={onEnd} />}
      </details>
    </li>
  );
}

function HitDetail({ hit, onParty, asked, onEnd }: LineProps): ReactNode {
  const say = useWords('screening');
  const compared = useQuery({
    queryKey: ['screening', 'compare', hit.name, hit.matchedName],
    staleTime: Infinity,
    queryFn: ({ signal }) => ask('POST /api/v1/compare', { body: { a: hit.name, b: hit.matchedName } }, signal),
  });
  return (
    <div className={css.detail}>
      <Answered query={compared} lines={2}>
        {({ explanation }) => <Judged key={asked?.no ?? 0} hit={hit} explanation={explanation} asked={asked} onEnd={onEnd} />}
      </Answered>
      <p>
        <Button onClick={() => onParty(hit.party)}>{say('keyParty')}</Button>
      </p>
    </div>
  );
}

function Judged({
  hit,
  explanation,
  asked,
  onEnd,
}: Pick<LineProps, 'hit' | 'asked' | 'onEnd'> & {
  readonly explanation: Explanation;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div className={css.judged} ref={box}>
      <Alignment explanation={explanation} />
      <DecideBar
        match={{ key: hit.match, caption: hit.caption, score: hit.score, explanation }}
        first={asked?.verdict}
        onEnd={() => {
          box.current?.closest('details')?.querySelector('summary')?.focus();
          onEnd();
        }}
      />
    </div>
  );
}
