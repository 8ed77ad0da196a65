import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { filterProblem } from '../../parts/filter-problem.ts';
import { Pending } from '../../parts/pending.tsx';
import { ProblemLine, ProblemNote } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import type { SearchAddress } from './address.ts';
import { HitRow } from './hit-row.tsx';
import { wordsOf } from './search-query.ts';
import css from './results.module.css';
import type { Hits } from './use-hits.ts';

/** What was found, most important first, with the words marked where they stand. */
export function Results({
  hits,
  asGoods,
  q,
  filter,
  chosen,
  onOpen,
  onLoosen,
}: {
  readonly hits: Hits;
  /** What is shown names the goods that the words name, and has not the words. */
  readonly asGoods: boolean;
  readonly q: string;
  readonly filter: string;
  readonly chosen: string | null;
  readonly onOpen: (id: string) => void;
  readonly onLoosen: (address: SearchAddress) => void;
}): ReactNode {
  const say = useWords('search');
  const frame = useWords('shell');
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const row = chosen === null ? null : list.current?.querySelector(`[data-notice="${CSS.escape(chosen)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  if (hits.error !== null) {
    // A query that cannot be read is told of under its field.
    if (filterProblem(hits.error) !== null) return null;
    return <ProblemNote error={hits.error} again={hits.again} />;
  }
  if (hits.isPending) return <Pending />;
  if (hits.items.length === 0) return <NothingFound q={q} filter={filter} onLoosen={onLoosen} />;
  return (
    <div className={css.results} data-old={hits.isOld} aria-busy={hits.isOld}>
      {asGoods && <p className={css.how}>{say('foundAsGoods')}</p>}
      <ol ref={list}>
        {hits.items.map((hit) => (
          <HitRow key={hit.notice.id} hit={hit} q={q} filter={filter} isChosen={hit.notice.id === chosen} onOpen={onOpen} />
        ))}
      </ol>
      {hits.hasMore && (
        <div className={css.more}>
          <ProblemLine error={hits.moreError} />
          <Button onClick={hits.more} disabled={hits.isMore}>
            {frame('showMore')}
          </Button>
        </div>
      )}
      {!hits.hasMore && hits.items.length > 30 && <p className={css.end}>{say('noMore')}</p>}
    </div>
  );
}

/** What could be tried instead: fewer words, no filter. */
function NothingFound({
  q,
  filter,
  onLoosen,
}: {
  readonly q: string;
  readonly filter: string;
  readonly onLoosen: (address: SearchAddress) => void;
}): ReactNode {
  const say = useWords('search');
  const words = wordsOf(q);
  return (
    <Empty
      title={say('nothingTitle')}
      acts={
        <>
          {filter !== '' && <Button onClick={() => onLoosen({ q })}>{say('tryNoFilter')}</Button>}
          {words.length > 1 &&
            words.slice(0, 4).map((word) => (
              <Button key={word} onClick={() => onLoosen({ q: word, filter })}>
                {say('tryWord', { word })}
              </Button>
            ))}
        </>
      }
    >
      {say(words.length > 1 ? 'nothingWords' : 'nothingText')}
    </Empty>
  );
}
