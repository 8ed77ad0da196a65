import { ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import { noticeIdsOf } from './case-notices.ts';
import paper from './dossier.module.css';
import { coverOf, useVerified } from './verified.ts';
import { VerifyCase } from './verify-case.tsx';

/** Whether, when and with what result the evidence was proved, as it stands on paper; a button to do so before it is printed. */
export function DossierVerified({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const verified = useVerified(of.id);
  const [open, setOpen] = useState(false);
  const cover = verified === undefined ? undefined : coverOf(noticeIdsOf(of), verified);
  return (
    <>
      {verified === undefined || cover === undefined ? (
        <p>{say('dossierUnverified')}</p>
      ) : (
        <p>
          <Moment at={verified.at} />: {cover.holds > 0 && say('dossierHolds', { count: cover.holds })}{' '}
          {cover.fails > 0 && <strong>{say('dossierFails', { count: cover.fails })}</strong>}{' '}
          {cover.unproved > 0 && say('dossierUnproved', { count: cover.unproved })}
        </p>
      )}
      <p className={`${paper.verify} no-print`}>
        <Button icon={<ShieldCheck aria-hidden="true" />} onClick={() => setOpen(true)}>
          {say(verified === undefined ? 'verifyNow' : 'verifyAgain')}
        </Button>
      </p>
      <VerifyCase of={of} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
