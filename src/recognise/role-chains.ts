import type { Term } from '../catalogue/catalogue.ts';
import type { RoleDecision } from './roles.ts';
import type { WalkedText } from './verify.ts';

/** Longest stretch between two terms of one enumeration, in UTF-16 units. */
const LINK_REACH = 24;

interface Placed {
  readonly from: number;
  readonly to: number;
  readonly term: Pick<Term, 'concept' | 'lang'>;
}

/**
 * Terms of one enumeration share what stands behind its last member: "lathes, milling machines and presses: *overhaul*". `terms` and
 * `decisions` in the order of the text; a term about which nothing stands near takes the decision of the next one.
 * Of two that overlap, the first is the host of the second.
 */
export function shareRoles(terms: readonly Placed[], decisions: readonly RoleDecision[], { text }: WalkedText): readonly RoleDecision[] {
  const shared = [...decisions];
  for (let at = terms.length - 2; at >= 0; at -= 1) {
    const one = terms[at];
    const next = terms[at + 1];
    const mine = shared[at];
    const theirs = shared[at + 1];
    if (one === undefined || next === undefined || mine === undefined || theirs === undefined) continue;
    if (isHead(one, next) && mine.role === 'goods') {
      shared[at] = { role: 'part', because: { text: text.slice(next.from, next.to) }, isBefore: false };
      continue;
    }
    if (theirs.role === 'goods' || theirs.because === null || theirs.isBefore || mine.because !== null) continue;
    const gap = next.from - one.to;
    if (gap > 0 && gap <= LINK_REACH && LINK.test(text.slice(one.to, next.from))) shared[at] = theirs;
  }
  return shared;
}

/** Chinese and English phrases end in their head: in 植保无人机配件 the second term, which overlaps the first, says that a part of it (`uav_part` of `uav`) is bought. */
function isHead(one: Placed, next: Placed): boolean {
  const crosses = next.from > one.from && next.from < one.to && next.to > one.to;
  return crosses && next.term.concept === `${one.term.concept}_part` && (next.term.lang === 'zh' || next.term.lang === 'en');
}

const LINK = /^[^\d,;:()，。；：（）、\n]{0,12}(?:[、,和与及]| and | or | и | или | та | і | або )[^\d,;:()，。；：（）、\n]{0,12}$/u;
