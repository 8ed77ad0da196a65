import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useWords } from '../../words/use-words.ts';

/** Whether nothing is watched and nothing kept yet; undefined until that is known. Only asked where a list is empty. */
export function useFirstRun(empty: boolean): boolean | undefined {
  const start = useQuery({ ...asking('GET /api/v1/desk', {}), enabled: empty });
  if (start.isError) return false;
  return start.data === undefined ? undefined : start.data.home?.firstRun === true;
}

/** What somebody sees who has just started Dualwatch: two ways on. */
export function FirstRun(): ReactNode {
  const say = useWords('inbox');
  const navigate = useNavigate();
  const may = useMay('admin');
  return (
    <Empty
      title={say('firstTitle')}
      acts={
        <Button
          icon={<Plus aria-hidden="true" />}
          disabled={!may}
          onClick={() => void navigate({ to: '/sources', search: { tab: 'add' } })}
        >
          {say('firstSource')}
        </Button>
      }
    >
      {say('first')}
    </Empty>
  );
}
