import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { TRIAGE_WORDS } from '../../parts/term-keys.ts';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import { toldActs } from '../notice/evidence/told-acts.ts';
import paper from './dossier.module.css';

/** Who judged a notice, when and why; nothing where nobody did. */
export function DossierTriage({ id }: { readonly id: string }): ReactNode {
  const say = useWords('cases');
  const terms = useWords('terms');
  const who = useWho();
  const { data } = useQuery(asking('GET /api/v1/notices/:id/triage', { params: { id }, query: { limit: 100 } }));
  const acts = toldActs(data?.items ?? []).toReversed();
  if (acts.length === 0) return null;
  return (
    <>
      <h3>{say('judged')}</h3>
      <ul className={paper.findings}>
        {acts.map(({ no, by, at, why, after }) => (
          <li key={no}>
            <Moment at={at} /> {who(by)}: {terms(TRIAGE_WORDS[after.state])}
            {after.assignee !== null && ` · ${say('assignedTo', { name: who(after.assignee) })}`}
            {why !== null && <span className={paper.words}>{why}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
