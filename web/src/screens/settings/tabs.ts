/** Parts of the settings in the order of their list: whose they are, and the role that may see them. */
export const TABS = [
  { id: 'account', word: 'tabAccount', group: 'groupYou', role: 'viewer' },
  { id: 'appearance', word: 'tabAppearance', group: 'groupYou', role: 'viewer' },
  { id: 'language', word: 'tabLanguage', group: 'groupYou', role: 'viewer' },
  { id: 'users', word: 'tabUsers', group: 'groupServer', role: 'admin' },
  { id: 'keys', word: 'tabKeys', group: 'groupServer', role: 'admin' },
  { id: 'alerts', word: 'tabAlerts', group: 'groupServer', role: 'admin' },
  { id: 'privacy', word: 'tabPrivacy', group: 'groupServer', role: 'viewer' },
  { id: 'audit', word: 'tabAudit', group: 'groupServer', role: 'admin' },
  { id: 'log', word: 'tabLog', group: 'groupServer', role: 'viewer' },
  { id: 'about', word: 'tabAbout', group: 'groupServer', role: 'viewer' },
] as const;

export type SettingsTab = (typeof TABS)[number]['id'];
