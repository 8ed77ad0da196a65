import type { NameKnowledge } from '../knowledge.ts';
import { acronymOf } from './acronyms.ts';
import type { NamePart } from './name-part.ts';
import { informationOf } from './word-part.ts';

/** What the academy counts in the name of one of its bodies, and research in that of an institute: both are as often left out as written. */
const LEFT_OUT = 0.25;

const ACADEMY = '#academy';
const INSTITUTE = '#institute';
const RESEARCH = '#research';

/** What academies have, by the first keys of its parts. */
const BODIES: ReadonlySet<string> = new Set([INSTITUTE, ACADEMY, '#laboratory', '#center', '#astronomy', '#branch']);

/**
 * Weighs what the names of institutes say beside their field: the academy that they belong to (中国科学院, NAS of Ukraine) and that they do research. The initials of an
 * academy (CAS, РАН) that stand beside no such body are a word of their own: CAS Software, CAS Co Ltd.
 */
export function weighParents(parts: readonly NamePart[], knowledge: NameKnowledge): readonly NamePart[] {
  const academies = new Set<number>();
  for (const [n, part] of parts.entries())
    if (part.keys[0] === ACADEMY && (parts[n + 1]?.group === part.group || parts[n - 1]?.group === part.group)) academies.add(part.group);
  const hasBody = parts.some(({ keys: [key = ''], group }) => BODIES.has(key) && !academies.has(group));
  if (hasBody) return parts.map((part, n) => (academies.has(part.group) || isForInstitute(part, n, parts) ? lighter(part) : part));
  const isAlone = parts.every(({ kind, group }) => kind === 'particle' || academies.has(group));
  return academies.size === 0 || isAlone ? parts : parts.flatMap((part, n) => asWord(part, parts[n - 1], academies, knowledge));
}

/** 研究所, НИТИ, research institute. */
function isForInstitute({ keys, group }: NamePart, at: number, parts: readonly NamePart[]): boolean {
  if (keys[0] !== RESEARCH) return false;
  const next = parts.findIndex((part, n) => n > at && part.keys[0] === INSTITUTE);
  return next === at + 1 || parts[next]?.group === group;
}

function lighter(part: NamePart): NamePart {
  return { ...part, weight: part.weight * LEFT_OUT, bits: part.bits * LEFT_OUT };
}

/** Of an academy's initials one part, a plain word. */
function asWord(
  part: NamePart,
  before: NamePart | undefined,
  academies: ReadonlySet<number>,
  knowledge: NameKnowledge,
): readonly NamePart[] {
  const { whole, text, group } = part;
  if (!academies.has(group) || whole === undefined || text !== text.toUpperCase()) return [part];
  if (before?.group === group) return [];
  const keys = [whole, ...acronymOf(text)];
  return [{ ...part, kind: 'word', keys, ...informationOf(whole, 'organisation', knowledge), by: 'spelling', whole: undefined }];
}
