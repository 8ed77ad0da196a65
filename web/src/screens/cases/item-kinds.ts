import type { Case } from '../../api/routes.gen.ts';

export type Item = Case['items'][number];

/** Kinds of items, in the order in which they are shown, and the words for them. */
export const KINDS = ['notice', 'report', 'claim', 'publisher', 'party', 'capture'] as const;
export const KIND_WORDS = {
  notice: 'notices',
  report: 'reports',
  claim: 'claims',
  publisher: 'publishers',
  party: 'parties',
  capture: 'captures',
} as const;
export const ONE_WORDS = {
  notice: 'oneNotice',
  report: 'oneReport',
  claim: 'oneClaim',
  publisher: 'onePublisher',
  party: 'oneParty',
  capture: 'oneCapture',
} as const;
