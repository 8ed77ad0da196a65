import type { ReactNode } from 'react';
import { useMay } from '../../../api/who.ts';
import { useWords } from '../../../words/use-words.ts';
import { Authorities } from './authorities.tsx';
import { Checkpoint } from './checkpoint.tsx';
import { VerifyNow } from './verify-now.tsx';
import css from '../settings.module.css';

/** The evidence log: its signed head, whether all of it holds, and who else vouches for its times. */
export function LogTab(): ReactNode {
  const say = useWords('settings');
  const isAdmin = useMay('admin');
  return (
    <>
      <p className={css.lead}>{say('logLead')}</p>
      <Checkpoint />
      {isAdmin ? <VerifyNow /> : <p className={css.hint}>{say('verifyAdmin')}</p>}
      <Authorities mayChange={isAdmin} />
    </>
  );
}
