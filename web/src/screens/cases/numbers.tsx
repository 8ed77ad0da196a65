import { createContext, useContext, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { noticeIdsOf } from './gathered.ts';

/** The numbers by which notices and reports of a case are called, in the order in which they came into it: titles alone do not tell copies apart. */
export function numbersOf(of: Pick<Case, 'items'>): ReadonlyMap<string, number> {
  return new Map(noticeIdsOf(of).map((id, place) => [id, place + 1]));
}

const Numbers = createContext<ReadonlyMap<string, number>>(new Map());

export function NumbersOfCase({ of, children }: { readonly of: Case; readonly children: ReactNode }): ReactNode {
  return <Numbers value={numbersOf(of)}>{children}</Numbers>;
}

export function useNumbers(): ReadonlyMap<string, number> {
  return useContext(Numbers);
}

/** The number of a notice in the case; nothing for one that it does not hold. */
export function NoticeNumber({ id }: { readonly id: string }): ReactNode {
  const say = useWords('cases');
  const no = useNumbers().get(id);
  if (no === undefined) return null;
  return (
    <span className={css.no} title={say('numberHint', { no })}>
      {no}
    </span>
  );
}
