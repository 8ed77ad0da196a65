import { useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { Tooltip } from 'radix-ui';
import { useEffect, useState, type ReactNode } from 'react';
import { latestExplainable, undoLatest, sayDone, sayRefused, type Done } from '../acts/done.ts';
import { keyOf } from '../acts/key-of.ts';
import { useKeys } from '../acts/keys.ts';
import { messageOf, onLoggedOut } from '../api/ask.ts';
import { useFreshNotices } from '../api/fresh-notices.ts';
import { forget } from '../api/queries.ts';
import { askingWho, useMe } from '../api/who.ts';
import { ProblemNote } from '../parts/problem-note.tsx';
import { Pending } from '../parts/pending.tsx';
import { useWords } from '../words/use-words.ts';
import { DoneNotes } from './done-notes.tsx';
import { KeysList } from './keys-list.tsx';
import { Login } from './login.tsx';
import { LoginAgain } from './login-again.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { Reason } from './reason.tsx';
import { SCREENS } from './screens.ts';
import css from './shell.module.css';

/** The frame of every screen: rail, palette, list of keys, and a login where there is no session. */
export function Shell(): ReactNode {
  const say = useWords('shell');
  const asked = useQuery(askingWho);
  const me = useMe();
  const navigate = useNavigate();
  const [over, setOver] = useState<'palette' | 'keys' | null>(null);
  const [explained, setExplained] = useState<Done | null>(null);
  useEffect(() => onLoggedOut(() => forget('GET /api/v1/me')), []);
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      if (keyOf(event).toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setOver('palette');
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
  const undo = async (): Promise<void> => {
    try {
      const undone = await undoLatest();
      if (undone === undefined) sayRefused(say('nothingToUndo'));
      // The latest that can be taken back may be older than what was done last: it is named.
      else sayDone(say('undone', { what: undone }));
    } catch (error) {
      sayRefused(messageOf(error));
    }
  };
  useKeys('everywhere', [
    { key: '?', label: say('keys'), run: () => setOver('keys') },
    { key: 'u', label: say('undo'), run: () => void undo() },
    { key: 'w', label: say('addReason'), run: () => setExplained(latestExplainable() ?? null) },
    { key: '/', label: say('search'), run: () => void navigate({ to: '/search' }) },
    ...SCREENS.map(({ id, to, key }) => ({ key: `g ${key}`, label: say('keyGo', { screen: say(id) }), run: () => void navigate({ to }) })),
  ]);
  if (me === undefined || asked.data === undefined)
    return asked.isError ? <ProblemNote error={asked.error} again={() => void asked.refetch()} /> : <Pending />;
  if (me.kind === 'nobody') return <Login openid={me.openid} />;
  return (
    <Tooltip.Provider>
      <a className={`${css.skip} no-print`} href="#content">
        {say('skip')}
      </a>
      <div className={css.shell}>
        <Rail me={me} onPalette={() => setOver('palette')} onKeys={() => setOver('keys')} />
        <main id="content" className={css.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {asked.data.kind === 'nobody' ? <LoginAgain openid={asked.data.openid} /> : <FreshNotices />}
      <DoneNotes onUndo={() => void undo()} onExplain={setExplained} />
      <Reason of={explained} onClose={() => setExplained(null)} />
      <Palette open={over === 'palette'} onClose={() => setOver(null)} />
      <KeysList open={over === 'keys'} onClose={() => setOver(null)} />
    </Tooltip.Provider>
  );
}

function FreshNotices(): null {
  useFreshNotices();
  return null;
}
