import type { WordKey } from '../words/use-words.ts';

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
