import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Play, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { useDemo, usePlayDemo } from './demo.tsx';

/** Whether nothing is watched and nothing kept yet; undefined until that is known. Only asked where a list is empty. */
export function useFirstRun(empty: boolean): boolean | undefined {
  const start = useQuery({ ...asking('GET /api/v1/desk', {}), enabled: empty });
  if (start.isError) return false;
  return start.data === undefined ? undefined : start.data.home?.firstRun === true;
}

/** What somebody sees who has just started Dualwatch: two ways on. */
export function FirstRun(): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const navigate = useNavigate();
  const may = useMay('admin');
  const play = usePlayDemo();
  const playing = useDemo()?.state === 'running' || play.isPending;
  const all = { disabled: !may || playing, title: may ? undefined : shell('notAllowed') } as const;
  return (
    <Empty
      title={say('firstTitle')}
      acts={
        <>
          <Button kind="main" icon={<Play aria-hidden="true" />} onClick={() => play.mutate()} {...all}>
            {say('firstDemo')}
          </Button>
          <Button icon={<Plus aria-hidden="true" />} onClick={() => void navigate({ to: '/sources', search: { tab: 'add' } })} {...all}>
            {say('firstSource')}
          </Button>
          <ProblemLine error={play.error} />
        </>
      }
    >
      {say('first')}
    </Empty>
  );
}

/** The moments between the first step of the demo and its first notice. */
export function DemoBegins(): ReactNode {
  const say = useWords('inbox');
  return <Empty title={say('demoBegins')}>{say('demoWaits')}</Empty>;
}
