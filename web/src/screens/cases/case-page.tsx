import type { ReactNode } from 'react';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';

export function CasePage(): ReactNode {
  const say = useWords('shell');
  return <Page title={say('cases')}>{null}</Page>;
}
