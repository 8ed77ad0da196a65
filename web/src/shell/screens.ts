import { BookOpen, Building2, FolderOpen, Inbox, ListChecks, Radio, ScanSearch, Search, Settings, type LucideIcon } from 'lucide-react';

/** The screens of the rail, in its order; `key` follows `g`. */
export const SCREENS = [
  { id: 'inbox', to: '/inbox', icon: Inbox, key: 'i' },
  { id: 'search', to: '/search', icon: Search, key: 's' },
  { id: 'cases', to: '/cases', icon: FolderOpen, key: 'c' },
  { id: 'screening', to: '/screening', icon: ScanSearch, key: 'n' },
  { id: 'sources', to: '/sources', icon: Radio, key: 'o' },
  { id: 'lists', to: '/lists', icon: ListChecks, key: 'l' },
  { id: 'catalogue', to: '/catalogue', icon: BookOpen, key: 'k' },
  { id: 'publishers', to: '/publishers', icon: Building2, key: 'p' },
  { id: 'settings', to: '/settings', icon: Settings, key: 'e' },
] as const satisfies readonly { readonly id: string; readonly to: string; readonly icon: LucideIcon; readonly key: string }[];
