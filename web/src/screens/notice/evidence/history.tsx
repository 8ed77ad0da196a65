import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking } from '../../../api/queries.ts';
import type { NoticeInFull, TriageAct } from '../../../api/routes.gen.ts';
import { Answered } from '../../../parts/answered.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWho } from '../../../words/use-who.ts';
import { useWords, type WordKey } from '../../../words/use-words.ts';
import { askingActs } from '../judged.tsx';
import { toldActs } from './told-acts.ts';
import css from './evidence-list.module.css';

const ACTS = {
  dismiss: 'actDismiss',
  escalate: 'actEscalate',
  reopen: 'actReopen',
  assign: 'actAssign',
  undo: 'actUndo',
} as const satisfies Record<TriageAct['do'], WordKey<'notice'>>;

/** Who did what with the notice, the latest first, and the cases that hold it. */
export function History({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const who = useWho();
  const acts = useQuery(askingActs(notice.id));
  const cases = useQuery(asking('GET /api/v1/cases', { query: { holding: notice.id, limit: 100 } }));
  return (
    <>
      <section className={css.part} aria-label={say('inCases')}>
        <h3>{say('inCases')}</h3>
        <Answered query={cases} lines={2}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={css.nothing}>{say('inNoCase')}</p>
            ) : (
              <ul className={css.rows}>
                {items.map(({ id, title, updatedAt }) => (
                  <li key={id} className={`${css.line} ${css.apart}`}>
                    <Link to="/cases/$id" params={{ id }}>
                      <ShownText text={title} />
                    </Link>
                    <span className={css.soft}>
                      {say('caseChanged')} <Moment at={updatedAt} about />
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </section>
      <section className={css.part} aria-label={say('acts')}>
        <h3>{say('acts')}</h3>
        <Answered query={acts} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={css.nothing}>{say('noActs')}</p>
            ) : (
              <ol className={css.rows}>
                {toldActs(items).map((act) => (
                  <li key={act.no}>
                    <div className={`${css.line} ${css.apart}`}>
                      <span>
                        {act.do === 'assign' && act.after.assignee === null
                          ? say('actFree', { by: who(act.by) })
                          : say(ACTS[act.do], { by: who(act.by), to: who(act.after.assignee ?? '') })}
                      </span>
                      <span className={css.soft}>
                        <Moment at={act.at} about />
                      </span>
                    </div>
                    {act.why !== null && (
                      <p className={css.soft}>
                        <ShownText text={act.why} />
                      </p>
                    )}
                  </li>
                ))}
              </ol>
            )
          }
        </Answered>
      </section>
    </>
  );
}
