import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../parts/empty.tsx';
import { useWords } from '../words/use-words.ts';

export function NotFound(): ReactNode {
  const say = useWords('shell');
  return (
    <Empty title={say('notFoundTitle')} acts={<Link to="/inbox">{say('toInbox')}</Link>}>
      {say('notFound')}
    </Empty>
  );
}
