/** One `Allow` or `Disallow` line of a group. */
export interface RobotsRule {
  readonly allow: boolean;
  /** Path pattern, its percent-encoding in the one form that {@link normalPath} gives. */
  readonly pattern: string;
  /** The line as it stands in the file, for a person to read. */
  readonly line: string;
}

/** What one crawler is told. */
export interface RobotsGroup {
  readonly rules: readonly RobotsRule[];
  /** Seconds, where the file says so (not in RFC 9309, but asked for by many). */
  readonly crawlDelaySeconds: number | undefined;
}

const EMPTY: RobotsGroup = { rules: [], crawlDelaySeconds: undefined };

/**
 * The rules of a robots.txt for one crawler: all groups that name its product token, else all groups for `*`, else none.
 * Method: RFC 9309 §2.2. Not robots-parser: it does not compare %61 and `a` as equal, lets a `Sitemap` line split a group, and takes
 * quadratic time on hostile patterns.
 */
export function robotsGroup(text: string, userAgent: string): RobotsGroup {
  const token = productToken(userAgent);
  const own: { rules: RobotsRule[]; delay: number | undefined } = { rules: [], delay: undefined };
  const general: typeof own = { rules: [], delay: undefined };
  let named = false;
  let collecting: (typeof own)[] = [];
  let inAgents = false;
  for (const raw of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const comment = raw.indexOf('#');
    const line = (comment === -1 ? raw : raw.slice(0, comment)).trim();
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (!inAgents) collecting = [];
      inAgents = true;
      if (value === '*') collecting.push(general);
      else if (token !== '' && productToken(value) === token) {
        named = true;
        collecting.push(own);
      }
    } else if (key === 'allow' || key === 'disallow') {
      inAgents = false;
      if (value !== '') for (const group of collecting) group.rules.push({ allow: key === 'allow', pattern: normalPath(value), line });
    } else if (key === 'crawl-delay') {
      inAgents = false;
      if (/^\d+(\.\d+)?$/.test(value)) for (const group of collecting) group.delay = Math.max(group.delay ?? 0, Number(value));
    }
  }
  const chosen = named ? own : general;
  return chosen.rules.length === 0 && chosen.delay === undefined ? EMPTY : { rules: chosen.rules, crawlDelaySeconds: chosen.delay };
}

/** The rule that decides on a path (with its query): the longest that matches, `Allow` before `Disallow` (RFC 9309 §2.2.2). Undefined: nothing forbids it. */
export function decidingRule(group: RobotsGroup, path: string): RobotsRule | undefined {
  const normal = normalPath(path);
  let best: RobotsRule | undefined;
  for (const rule of group.rules) {
    const longer =
      best === undefined ||
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.allow && !best.allow);
    if (longer && matchesPattern(rule.pattern, normal)) best = rule;
  }
  return best;
}

/** `Dualwatch/0.1 (+…)` → `dualwatch`: letters, dashes and underscores up to the first other character. */
function productToken(userAgent: string): string {
  return /^[a-z_-]*/.exec(userAgent.trim().toLowerCase())?.[0] ?? '';
}

/** One spelling for equal paths: octets beyond ASCII percent-encoded, escapes in upper case, escaped unreserved characters written out (RFC 3986 §6.2.2). */
export function normalPath(path: string): string {
  return path.replace(/%[0-9a-fA-F]{2}|[^\x21-\x7e]+/g, (part) => {
    if (!part.startsWith('%')) return encodeURIComponent(part.toWellFormed());
    const character = String.fromCharCode(Number.parseInt(part.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : part.toUpperCase();
  });
}

/** Greedy match of `*` and a final `$`: each piece between stars is looked for once, from left to right. */
function matchesPattern(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  if (rest.length === 0) return !anchored || path.length === first.length;
  let at = first.length;
  const last = rest.pop() ?? '';
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return anchored ? path.length - last.length >= at && path.endsWith(last) : path.includes(last, at);
}
