import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { numbersOf } from './case-notices.ts';
import type { Item } from './item-kinds.ts';

interface Known {
  readonly numbers: ReadonlyMap<string, number>;
  readonly items: ReadonlyMap<string, Item>;
}

const InCase = createContext<Known>({ numbers: new Map(), items: new Map() });

/** Lets all of a case's page know what the case holds, and by which numbers. */
export function NumbersOfCase({ of, children }: { readonly of: Case; readonly children: ReactNode }): ReactNode {
  const known = useMemo(() => ({ numbers: numbersOf(of), items: new Map(of.items.map((item) => [item.id, item])) }), [of]);
  return <InCase value={known}>{children}</InCase>;
}

export function useNumbers(): ReadonlyMap<string, number> {
  return useContext(InCase).numbers;
}

/** What the case holds, by id. */
export function useHeld(): ReadonlyMap<string, Item> {
  return useContext(InCase).items;
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
