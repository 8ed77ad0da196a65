import { Link, useLocation } from '@tanstack/react-router';
import { Command, Ellipsis, Keyboard, LogOut } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayRefused } from '../acts/done.ts';
import { ask, messageOf, Refused } from '../api/ask.ts';
import type { Me } from '../api/routes.gen.ts';
import { Panel } from '../parts/panel.tsx';
import { useWords } from '../words/use-words.ts';
import { SCREENS } from './screens.ts';
import css from './rail.module.css';

/** Where one can go. Words beside the icons where there is room; on a narrow page a bar at the foot with the four daily screens, the rest behind "more". */
export function Rail({
  me,
  onPalette,
  onKeys,
}: {
  readonly me: Me;
  readonly onPalette: () => void;
  readonly onKeys: () => void;
}): ReactNode {
  const say = useWords('shell');
  const [more, setMore] = useState(false);
  const path = useLocation({ select: ({ pathname }) => pathname });
  const isBehindMore = SCREENS.slice(4).some(({ to }) => path.startsWith(to));
  const logout = async (): Promise<void> => {
    try {
      await ask('POST /api/v1/logout', {});
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== 'login-required') return sayRefused(messageOf(error));
    }
    // The page goes with all that it keeps: answers, lists, what could be undone.
    window.location.assign('/');
  };
  return (
    <nav className={`${css.rail} no-print`} aria-label={say('mainNavigation')}>
      <img className={css.sign} src="/assets/icon.svg" alt="Dualwatch" width="28" height="28" />
      <ul className={css.screens}>
        {SCREENS.map(({ id, to, icon: Icon }, place) => (
          <li key={id} data-daily={place < 4}>
            <Link to={to} className={css.item} activeProps={{ className: css.here ?? '', 'aria-current': 'page' }} title={say(id)}>
              <Icon aria-hidden="true" />
              <span>{say(id)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        <button type="button" className={css.item} onClick={onPalette} title={say('palette')} aria-keyshortcuts="Meta+K Control+K">
          <Command aria-hidden="true" />
          <span>{say('palette')}</span>
        </button>
        <button type="button" className={css.item} onClick={onKeys} title={say('keys')} aria-keyshortcuts="?">
          <Keyboard aria-hidden="true" />
          <span>{say('keys')}</span>
        </button>
        {me.kind === 'user' && (
          <button type="button" className={css.item} onClick={() => void logout()} title={say('loggedInAs', { name: me.name })}>
            <LogOut aria-hidden="true" />
            <span>{say('logout')}</span>
          </button>
        )}
      </div>
      <button type="button" className={`${css.item} ${css.more} ${isBehindMore ? css.here : ''}`} onClick={() => setMore(true)}>
        <Ellipsis aria-hidden="true" />
        <span>{say('more')}</span>
      </button>
      <Panel open={more} onClose={() => setMore(false)} title={say('more')}>
        <ul className={css.moreList}>
          {SCREENS.slice(4).map(({ id, to, icon: Icon }) => (
            <li key={id}>
              <Link
                to={to}
                className={css.item}
                activeProps={{ className: css.here ?? '', 'aria-current': 'page' }}
                onClick={() => setMore(false)}
              >
                <Icon aria-hidden="true" />
                <span>{say(id)}</span>
              </Link>
            </li>
          ))}
          {me.kind === 'user' && (
            <li>
              <button type="button" className={css.item} onClick={() => void logout()}>
                <LogOut aria-hidden="true" />
                <span>{say('logout')}</span>
              </button>
            </li>
          )}
        </ul>
      </Panel>
    </nav>
  );
}
