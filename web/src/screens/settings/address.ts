import { TABS, type SettingsTab } from './tabs.ts';

/** What the address of this screen holds. */
export interface SettingsAddress {
  readonly tab?: SettingsTab;
  /** Filter of a new alert, as other screens send it here. */
  readonly when?: string;
  /** Whom or what the audit log is asked about. */
  readonly about?: string;
}

export function addressOfSettings(search: Readonly<Record<string, unknown>>): SettingsAddress {
  const { tab, when, about } = search;
  const known = TABS.find(({ id }) => id === tab)?.id;
  return {
    ...(known === undefined ? {} : { tab: known }),
    ...(typeof when === 'string' && when !== '' ? { when: when.slice(0, 4000) } : {}),
    ...((typeof about === 'string' && about !== '') || typeof about === 'number' ? { about: String(about).slice(0, 300) } : {}),
  };
}
