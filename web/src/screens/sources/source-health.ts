import type { WatchedSource } from '../../api/routes.gen.ts';

/** How a source does, the worst first. */
export const HEALTHS = ['failing', 'waiting', 'held', 'overdue', 'new', 'fine', 'paused'] as const;
export type Health = (typeof HEALTHS)[number];

/** A check that should have been made so long ago is late; the least that says something. */
const LATE_MS = 5 * 60_000;

/** Failing: its last check failed. Waiting: removals of its host wait for a person. Held: its host asked to be left alone. Overdue: nobody checks it. */
export function healthOf(source: WatchedSource, nowMs: number): Health {
  const { health, paused, everyMs } = source;
  const { host } = source;
  if (host.removalsHeldSince !== null) return 'waiting';
  if (paused) return 'paused';
  if (health.errorStreak > 0) return 'failing';
  if (host.heldUntil !== null && Date.parse(host.heldUntil) > nowMs) return 'held';
  const next = health.nextCheckAt === null ? nowMs : Date.parse(health.nextCheckAt);
  if (nowMs - next > Math.max(LATE_MS, everyMs)) return 'overdue';
  return health.lastSuccessAt === null ? 'new' : 'fine';
}

/** Those that need somebody first, then by name. */
export function inOrder(sources: readonly WatchedSource[], nowMs: number): readonly (readonly [WatchedSource, Health])[] {
  return sources
    .map((source) => [source, healthOf(source, nowMs)] as const)
    .toSorted(([a, one], [b, other]) => HEALTHS.indexOf(one) - HEALTHS.indexOf(other) || a.name.localeCompare(b.name));
}

export type Advice =
  | 'errorTimeout'
  | 'errorDns'
  | 'errorRefused'
  | 'errorTls'
  | 'errorProxy'
  | 'errorRobots'
  | 'errorPrivate'
  | 'errorTooLarge'
  | 'errorForbidden'
  | 'errorGone'
  | 'errorBusy'
  | 'errorServer'
  | 'errorRedirect'
  | 'errorOther';

const KINDS: readonly (readonly [RegExp, Advice])[] = [
  [/^timeout\b/, 'errorTimeout'],
  [/^dns\b/, 'errorDns'],
  [/^(?:refused|unreachable|reset)\b/, 'errorRefused'],
  [/^tls\b/, 'errorTls'],
  [/^proxy\b/, 'errorProxy'],
  [/^robots/, 'errorRobots'],
  [/^address-forbidden\b/, 'errorPrivate'],
  [/^(?:too-large|bomb|headers-too-large)\b/, 'errorTooLarge'],
  [/^(?:redirect-loop|too-many-redirects|bad-redirect)\b/, 'errorRedirect'],
  [/^http 40[13]$/, 'errorForbidden'],
  [/^http (?:404|410)$/, 'errorGone'],
  [/^http (?:429|503)$/, 'errorBusy'],
  [/^http 5\d\d$/, 'errorServer'],
];

/** Errors that nobody has to do anything about: a watched source is visited again. */
export function passes(advice: Advice): boolean {
  return ['errorTimeout', 'errorRefused', 'errorBusy', 'errorServer'].includes(advice);
}

/** What an error of a check means and asks for; the server's own words stand beside it. */
export function adviceOf(error: string): Advice {
  return KINDS.find(([shape]) => shape.test(error))?.[1] ?? 'errorOther';
}
