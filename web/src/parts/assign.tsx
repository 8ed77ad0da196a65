import { useQuery } from '@tanstack/react-query';
import { User, UserX } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTriage, type Named } from '../acts/triage.ts';
import { asking } from '../api/queries.ts';
import { useMay, useMe } from '../api/who.ts';
import { useWords } from '../words/use-words.ts';
import { Chooser, type Choosable } from './chooser.tsx';
import { Panel } from './panel.tsx';
import { useWho } from '../words/use-who.ts';

/** Asks whose these notices are to look at: mine, somebody known, somebody written, nobody's. Null: nothing is asked. `known`: names that stand in the list already. */
export function Assign({
  notices,
  known = [],
  onClose,
}: {
  readonly notices: readonly Named[] | null;
  readonly known?: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords('inbox');
  return (
    <Panel open={notices !== null} onClose={onClose} title={say('assignTo', { count: notices?.length ?? 0 })}>
      {notices !== null && <Whose notices={notices} known={known} onClose={onClose} />}
    </Panel>
  );
}

function Whose({
  notices,
  known,
  onClose,
}: {
  readonly notices: readonly Named[];
  readonly known: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const say = useWords('inbox');
  const [words, setWords] = useState('');
  const triage = useTriage();
  const me = useMe();
  const who = useWho();
  const users = useQuery({ ...asking('GET /api/v1/users', { query: { limit: 500 } }), enabled: useMay('admin') });
  const wanted = words.trim();
  const to = (assignee: string | null): void => {
    onClose();
    triage(notices, { act: 'assign', assignee });
  };
  const mine = me?.name ?? '';
  const others = new Set([...(users.data?.items.filter(({ disabledAt }) => disabledAt === null).map(({ mail }) => mail) ?? []), ...known]);
  others.delete(mine);
  const matches = (text: string): boolean => text.toLowerCase().includes(wanted.toLowerCase());
  const person = (id: string, name: string, beside?: string): Choosable => ({
    id,
    text: who(name),
    beside,
    icon: <User aria-hidden="true" />,
    run: () => to(name),
  });
  const people = [...others].toSorted().filter(matches);
  const isNew = wanted !== '' && wanted !== mine && !others.has(wanted);
  const choices: readonly Choosable[] = [
    ...(mine !== '' && (matches(mine) || matches(say('me'))) ? [person('me', mine, say('me'))] : []),
    ...people.map((name, place) => person(`p${place}`, name)),
    ...(isNew ? [person('fresh', wanted.slice(0, 200), say('assignWritten'))] : []),
    ...(wanted === '' ? [{ id: 'nobody', text: say('nobody'), icon: <UserX aria-hidden="true" />, run: () => to(null) }] : []),
  ];
  return <Chooser label={say('assignWords')} words={words} onWords={setWords} choices={choices} nothing={say('assignWords')} />;
}
