import type { Observation } from '../../api/routes.gen.ts';
import type { WordKey } from '../../words/use-words.ts';

/** The words of a page that a judgement cites, as they stand there; null where it rests on something else. Whatever else a basis holds is for whoever mends the rules. */
export function quoteOf(basis: string | null): string | null {
  const quote = /"(?<quote>[^"]+)"$/s.exec(basis ?? '')?.groups?.['quote'];
  return quote ?? null;
}

const REASONS = {
  captcha: 'whyCaptcha',
  challenge: 'whyCaptcha',
  client: 'whyClient',
  denied: 'whyDenied',
  frequency: 'whyFrequency',
  login: 'whyLogin',
  withheld: 'whyWithheld',
  robots: 'whyRobots',
  deleted: 'whyDeleted',
  'soft 404': 'whyNoPage',
  account: 'whyAccount',
  moved: 'whyMoved',
  expired: 'whyExpired',
  violation: 'whyViolation',
  error: 'whyError',
  maintenance: 'whyMaintenance',
  hosting: 'whyHosting',
  link: 'whyLink',
  dns: 'whyDns',
  refused: 'whyRefused',
  reset: 'whyRefused',
  unreachable: 'whyRefused',
  timeout: 'whyTimeout',
  tls: 'whyTls',
} as const satisfies Readonly<Record<string, WordKey<'notice'>>>;

/** What a visit found in place of the notice, as a key of `notice` with its values; null where it found the notice, or for a reason that has no word. */
export function whyOf({ state, reason, removalKind }: Pick<Observation, 'state' | 'reason' | 'removalKind'>): {
  readonly key: WordKey<'notice'>;
  readonly values: Readonly<Record<string, string>>;
} | null {
  if (reason === null || state === 'present' || state === 'changed') return null;
  const status = /^http (?<status>\d{3})$/.exec(reason)?.groups?.['status'];
  if (status !== undefined) return { key: 'status', values: { status } };
  if (reason === 'deleted' && removalKind !== 'publisher') return { key: 'whyGone', values: {} };
  return reason in REASONS ? { key: REASONS[reason as keyof typeof REASONS], values: {} } : null;
}
