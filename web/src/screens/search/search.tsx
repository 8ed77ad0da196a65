import type { ReactNode } from 'react';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';

export function SearchScreen(): ReactNode {
  const say = useWords('shell');
  return <Page title={say('search')}>{null}</Page>;
}
