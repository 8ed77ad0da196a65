import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useMe } from '../../api/who.ts';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/use-words.ts';
import { AboutTab } from './about/about-tab.tsx';
import { AccountTab } from './account/account-tab.tsx';
import { AlertsTab } from './alerts/alerts-tab.tsx';
import { AppearanceTab, LanguageTab } from './appearance-tab.tsx';
import { AuditTab } from './audit/audit-tab.tsx';
import { KeysTab } from './keys/keys-tab.tsx';
import { LogTab } from './log/log-tab.tsx';
import { PrivacyTab } from './privacy-tab.tsx';
import { useRoleWords } from './role-words.ts';
import { TABS, type SettingsTab } from './tabs.ts';
import { UsersTab } from './users/users-tab.tsx';
import css from './settings.module.css';

const route = getRouteApi('/settings');
const CONTENTS: { readonly [Tab in SettingsTab]: () => ReactNode } = {
  account: AccountTab,
  appearance: AppearanceTab,
  language: LanguageTab,
  users: UsersTab,
  keys: KeysTab,
  alerts: AlertsTab,
  privacy: PrivacyTab,
  audit: AuditTab,
  log: LogTab,
  about: AboutTab,
};

/** What is set up here: one's own account and looks, and for administrators who may do what, who is told, and both logs. */
export function Settings(): ReactNode {
  const shell = useWords('shell');
  const say = useWords('settings');
  const isAdmin = useMay('admin');
  const { tab = 'account' } = route.useSearch();
  const shown = TABS.filter(({ role }) => role === 'viewer' || isAdmin);
  const chosen = TABS.find(({ id }) => id === tab) ?? TABS[0];
  const Content = CONTENTS[chosen.id];
  return (
    <Page title={shell('settings')} wide>
      <div className={css.columns}>
        <nav className={css.nav} aria-label={say('sections')}>
          {[...Map.groupBy(shown, ({ group }) => group)].map(([group, tabs]) => (
            <div key={group} className={css.group}>
              <h2>{say(group)}</h2>
              <ul>
                {tabs.map(({ id, word }) => (
                  <li key={id}>
                    <Link
                      to="/settings"
                      search={{ tab: id }}
                      className={css.tab}
                      activeProps={{ className: '' }}
                      aria-current={id === chosen.id ? 'page' : undefined}
                      ref={id === chosen.id ? showInList : undefined}
                    >
                      {say(word)}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className={css.content}>
          <h2>{say(chosen.word)}</h2>
          {chosen.role === 'admin' && !isAdmin ? <ForAdmins /> : <Content />}
        </div>
      </div>
    </Page>
  );
}

function ForAdmins(): ReactNode {
  const say = useWords('settings');
  const role = useMe()?.role ?? null;
  const roleOf = useRoleWords();
  return <Empty title={say('adminOnlyTitle')}>{role === null ? null : say('adminOnly', { role: roleOf(role) })}</Empty>;
}

/** On a narrow page the list scrolls sideways: the one that is open is to be seen in it. */
function showInList(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' });
}
