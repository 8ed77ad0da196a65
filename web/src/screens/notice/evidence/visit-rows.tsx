import type { ReactNode } from 'react';
import type { Capture, NoticeInFull } from '../../../api/routes.gen.ts';
import { Digest } from '../../../parts/digest.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useWords } from '../../../words/use-words.ts';
import { Basis } from '../basis.tsx';
import { CaptureFacts } from './capture-row.tsx';
import { useFirst } from './use-first.tsx';
import { runsOf, type Visit } from './visits.ts';
import css from './evidence-list.module.css';

const MOST = 40;

/** Every visit of a notice, the oldest first as in its ribbon: what it showed, by what sign, and what it brought; bytes that came again are named by the visit that brought them first. Of very many the latest are shown until somebody asks for all. */
export function VisitRows({ notice, visits }: { readonly notice: NoticeInFull; readonly visits: readonly Visit[] }): ReactNode {
  const [latest, more] = useFirst(runsOf(visits).toReversed(), MOST);
  return (
    <>
      {more}
      <ol className={css.rows}>
        {latest.toReversed().map((run) => (
          <Run key={run[0]?.observation.logIndex} notice={notice} run={run} />
        ))}
      </ol>
    </>
  );
}

function Run({ notice, run }: { readonly notice: NoticeInFull; readonly run: readonly Visit[] }): ReactNode {
  const say = useWords('notice');
  const [first, latest] = [run[0], run.at(-1)];
  if (latest === undefined || first === undefined) return null;
  const { observation, capture, same } = latest;
  return (
    <li>
      <div className={`${css.line} ${css.apart}`}>
        <StateMark state={observation.state} />
        <span>
          <Moment at={first.observation.at} />
          {run.length > 1 && (
            <>
              {' – '}
              <Moment at={observation.at} />
            </>
          )}
        </span>
      </div>
      <p className={css.soft}>
        {run.length > 1 ? say('visits', { count: run.length }) : say('visitEntry', { index: observation.logIndex })}
        {(observation.reason !== null || observation.basis !== null) && (
          <>
            {' · '}
            <Basis of={observation} />
          </>
        )}
      </p>
      {capture !== null && <CaptureFacts capture={capture} />}
      {same !== null && <Same notice={notice} capture={same} />}
    </li>
  );
}

function Same({ notice, capture: { sha256, at } }: { readonly notice: NoticeInFull; readonly capture: Capture }): ReactNode {
  const say = useWords('notice');
  const brought = notice.observations.find(({ capture }) => capture === sha256)?.at ?? at;
  return (
    <p className={css.soft}>
      {say('sameBytes')} <Moment at={brought} /> · <Digest value={sha256} />
    </p>
  );
}
