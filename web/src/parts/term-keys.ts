import type { Copy, Observation, Triage } from '../api/routes.gen.ts';
import type { WordKey } from '../words/use-words.ts';

/** What the last visit showed of a notice. */
export const STATE_WORDS = {
  present: 'statePresent',
  changed: 'stateChanged',
  removed: 'stateRemoved',
  blocked: 'stateBlocked',
  unreachable: 'stateUnreachable',
} as const satisfies Readonly<Record<string, WordKey<'terms'>>>;

/** Languages of notices. */
export const LANGUAGE_WORDS = {
  zh: 'langZh',
  ru: 'langRu',
  uk: 'langUk',
  en: 'langEn',
  kk: 'langKk',
  und: 'langUnd',
} as const satisfies Readonly<Record<string, WordKey<'terms'>>>;

/** What the states of findings are called, as keys of `terms`. */
export const STATUS_WORDS = {
  met: 'statusMet',
  unmet: 'statusUnmet',
  unstated: 'statusUnstated',
  candidate: 'statusCandidate',
  seen: 'statusSeen',
  absent: 'statusAbsent',
} as const satisfies Readonly<Record<string, WordKey<'terms'>>>;

/** What kinds of mentions are called, and names of listed parties. */
export const MENTION_WORDS = {
  good: 'mentionGood',
  party: 'mentionParty',
  place: 'mentionPlace',
  parameter: 'mentionParameter',
  code: 'mentionCode',
  tradeName: 'mentionTradeName',
  intent: 'mentionIntent',
  date: 'mentionDate',
  contact: 'mentionContact',
  listed: 'listedParty',
} as const satisfies Readonly<Record<string, WordKey<'terms'>>>;

/** What kinds of copies are called. */
export const COPY_WORDS = {
  verbatim: 'copyVerbatim',
  edited: 'copyEdited',
  partial: 'copyPartial',
  translated: 'copyTranslated',
} as const satisfies Readonly<Record<Copy['kind'], WordKey<'terms'>>>;

/** What somebody decided about a notice, as a word. */
export const TRIAGE_WORDS = {
  new: 'triageNew',
  dismissed: 'triageDismissed',
  escalated: 'triageEscalated',
} as const satisfies Readonly<Record<Triage['state'], WordKey<'terms'>>>;

/** Who took a notice away, or why it is gone. */
export const REMOVAL_WORDS = {
  publisher: 'removalPublisher',
  platform: 'removalPlatform',
  account: 'removalAccount',
  moved: 'removalMoved',
  expired: 'removalExpired',
  status: 'removalStatus',
} as const satisfies Readonly<Record<NonNullable<Observation['removalKind']>, WordKey<'terms'>>>;
