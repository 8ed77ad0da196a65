import type { RobotsRow } from '../store/port.ts';
import type { FetchRequest, FetchResult, Header } from './fetch-result.ts';
import { decidingRule, robotsGroup, type RobotsGroup } from './robots-rules.ts';

/** What is known of an origin's robots.txt, as the store keeps it. Where there are no rules to read, `body` says why in a comment line. */
export type RobotsRecord = RobotsRow;

export interface RobotsDecision {
  readonly allowed: boolean;
  /** The line of robots.txt that decides, if one does. */
  readonly rule?: string;
  /** For people: why. */
  readonly reason: string;
  /** Pace that robots.txt asks for, at most one minute. */
  readonly crawlDelayMs?: number;
}

/** Bytes of rules that are read (RFC 9309 §2.5: at least 500 KiB). */
const RULES_BYTES = 500 * 1024;
/** Longest time to rely on a copy (§2.4). */
const MAX_AGE_MS = 24 * 3_600_000;
const MIN_AGE_MS = 10 * 60_000;
/** A host that is down is asked again soon. */
const UNREACHABLE_AGE_MS = 15 * 60_000;
const MAX_CRAWL_DELAY_MS = 60_000;

/** The request for the rules of an address: five redirects (RFC 9309 §2.3.1.2), bounded tighter than pages. */
export function robotsRequest(url: URL | string): Pick<FetchRequest, 'url' | 'limits'> {
  return {
    url: `${new URL(url).origin}/robots.txt`,
    limits: { redirects: 5, bodyBytes: 8 * 1024 * 1024, decodedBytes: 16 * 1024 * 1024, totalMs: 30_000 },
  };
}

/**
 * What an attempt to get `<origin>/robots.txt` means: 2xx gives rules, 4xx and too many redirects allow all, 5xx and an unreachable host forbid all.
 * Method: RFC 9309 §2.3.1 and §2.4. 429 forbids for now: it is a busy host's 503.
 */
export function interpretRobotsResponse(origin: string, result: FetchResult, nowMs: number): RobotsRecord {
  const record = (outcome: RobotsRecord['outcome'], body: string, ageMs: number): RobotsRecord => ({
    origin,
    fetchedAt: nowMs,
    expiresAt: nowMs + ageMs,
    body,
    outcome,
  });
  if (!result.ok) {
    const { kind, message } = result.failure;
    // Stopped by ourselves: says nothing, and is asked anew at once.
    if (kind === 'aborted') return record('forbid', `# ${message}`, 0);
    const redirected = kind === 'too-many-redirects' || kind === 'redirect-loop' || kind === 'bad-redirect';
    return redirected ? record('allow', `# ${message}`, MAX_AGE_MS) : record('forbid', `# ${message}`, UNREACHABLE_AGE_MS);
  }
  const { status } = result;
  if (status === 429 || status >= 500) return record('forbid', `# robots.txt answered ${status}`, UNREACHABLE_AGE_MS);
  if (status < 200 || status >= 300) return record('allow', `# robots.txt answered ${status}`, maxAge(result.headers));
  return record('rules', new TextDecoder().decode(result.body.subarray(0, RULES_BYTES)), maxAge(result.headers));
}

/** Whether a crawler may visit an address, by its host's robots.txt. `/robots.txt` itself is always allowed (RFC 9309 §2.2.2). */
export function decideRobots(robots: RobotsRecord, url: URL | string, userAgent: string): RobotsDecision {
  const { origin, pathname, search } = new URL(url);
  if (pathname === '/robots.txt') return { allowed: true, reason: 'robots.txt itself may always be read' };
  const why = robots.body.replace(/^# /, '');
  if (robots.outcome === 'forbid')
    return { allowed: false, reason: `${origin}/robots.txt could not be read, which forbids everything for now: ${why}` };
  if (robots.outcome === 'allow') return { allowed: true, reason: `${origin} has no robots.txt: ${why}` };
  const group = groupOf(robots, userAgent);
  const rule = decidingRule(group, pathname + search);
  const delay = group.crawlDelaySeconds === undefined ? {} : { crawlDelayMs: Math.min(MAX_CRAWL_DELAY_MS, group.crawlDelaySeconds * 1000) };
  if (!rule) return { allowed: true, reason: `no rule of ${origin}/robots.txt speaks of the address`, ...delay };
  return { allowed: rule.allow, rule: rule.line, reason: `${origin}/robots.txt says "${rule.line}"`, ...delay };
}

const parsed = new WeakMap<RobotsRecord, { readonly userAgent: string; readonly group: RobotsGroup }>();

function groupOf(robots: RobotsRecord, userAgent: string): RobotsGroup {
  const known = parsed.get(robots);
  if (known?.userAgent === userAgent) return known.group;
  const group = robotsGroup(robots.body, userAgent);
  parsed.set(robots, { userAgent, group });
  return group;
}

function maxAge(headers: readonly Header[]): number {
  const control = headers.find(([name]) => name.toLowerCase() === 'cache-control')?.[1] ?? '';
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  return seconds === undefined ? MAX_AGE_MS : Math.min(MAX_AGE_MS, Math.max(MIN_AGE_MS, Number(seconds) * 1000));
}
