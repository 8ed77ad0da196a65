import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { MessageSquarePlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../../acts/keys.ts';
import { asking } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { ClaimCard } from './claim-card.tsx';
import { ClaimForm } from './claim-form.tsx';

/** What people say about the notices of a case, each set against what the notices say themselves. */
export function CaseClaims({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('claims');
  const { chosen } = useSearch({ from: '/cases/$id' });
  const mayChange = useMay('analyst');
  const [adding, setAdding] = useState(false);
  const query = useQuery(asking('GET /api/v1/cases/:id/claims', { params: { id: of.id } }));
  useKeys('here', mayChange ? [{ key: 'n', label: say('newClaim'), run: () => setAdding(true) }] : []);
  const button = (
    <AnalystButton hotkey="n" icon={<MessageSquarePlus aria-hidden="true" />} onClick={() => setAdding(true)}>
      {say('newClaim')}
    </AnalystButton>
  );
  return (
    <div className={css.body}>
      <div className={css.lead}>
        <p className={css.soft}>{say('claimsLead')}</p>
        {button}
      </div>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('noClaims')} acts={button}>
              {say('noClaimsText')}
            </Empty>
          ) : (
            <ul>
              {items.map(({ claim, comparison }) => (
                <ClaimCard key={claim.id} of={of} claim={claim} comparison={comparison} isChosen={claim.id === chosen} />
              ))}
            </ul>
          )
        }
      </Answered>
      <ClaimForm of={of} open={adding} onClose={() => setAdding(false)} />
    </div>
  );
}
