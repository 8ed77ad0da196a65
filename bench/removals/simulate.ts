import { judgeVisit, type Sighting } from '../../src/observe/judge.ts';
import { UNVISITED } from '../../src/model/follow-state.ts';
import type { FollowState } from '../../src/model/notice.ts';
import { sha256 } from '../../src/model/digest.ts';
import { readingDigest } from '../../src/observe/reading-digest.ts';
import type { Behaviour, Later, SiteAnswer } from './behaviour.ts';
import { judgeAnswers, type Judging } from './judge-behaviour.ts';
import { WALLS } from './wall-pages.ts';
import { seeded } from '../seeded.ts';

/** What came of so many visits. */
export interface Simulated {
  readonly visits: number;
  /** Visits of other notices that were made to judge one. */
  readonly asked: number;
  readonly notices: number;
  /** Notices that were really removed, and of these: confirmed at the second sighting, and at any. */
  readonly removed: number;
  readonly confirmedAtSecond: number;
  readonly confirmed: number;
  /** Notices that stand and were called removed, with what was met. */
  readonly falseRemovals: readonly AtSite[];
  /** The same where the whole site showed its front page at two visits. */
  readonly closedSites: readonly AtSite[];
  /** Ways of removal that were not confirmed at the second sighting. */
  readonly missed: readonly AtSite[];
  readonly met: ReadonlyMap<string, number>;
}

/** What happened, at the site of this behaviour. */
interface AtSite {
  readonly id: string;
  readonly what: string;
}

/** What else of its host is followed. */
export interface Beside {
  /** Whether another notice is followed. */
  readonly followed: boolean;
  /** How many others were visited in the half hour before each visit. */
  readonly visited: number;
}

const HOUR = 3_600_000;
const SIGHTS = 10;
/** Share of visits that meet an error, a captcha, an empty or a half page. */
const STRANGE = 0.14;
const STANDING = { url: 'http://notices.example/another', at: new Date(0).toISOString() };

/**
 * Visits notices again and again: one visit in twenty meets an error, one a captcha, some an empty or a half page; one notice in ten
 * is really removed, in the ways of its site, and stays so; at one visit in fifty the whole site shows one page at all addresses. The judgement of pages and the rule of two sightings are the real ones; half of the sites were probed before, half when their pages had changed.
 * Another notice that is visited for a judgement meets the same chances. Other notices that were visited in the half hour before stood, unless they met one of these chances too.
 */
export function simulate(judging: Judging, behaviours: readonly Behaviour[], wanted: number, { followed, visited }: Beside): Simulated {
  const random = seeded(20261126);
  const chance = seeded(20261127);
  const closing = seeded(20261128);
  const met = new Map<string, number>();
  const falseRemovals: AtSite[] = [];
  const closedSites: AtSite[] = [];
  const missed: AtSite[] = [];
  const judges = new Map<Behaviour, ReturnType<typeof judgeAnswers>>();
  let [visits, notices, removed, confirmedAtSecond, confirmed, asked] = [0, 0, 0, 0, 0, 0];
  const ways = behaviours.flatMap((of) => of.later.flatMap((way) => (way.truth === 'removed' ? [{ of, way }] : [])));
  for (let n = 0; visits < wanted; n++) {
    // Every way of every site to remove a notice has its turn, with one notice in ten.
    const gone = n % 10 === 0 ? ways[(n / 10) % Math.max(1, ways.length)] : undefined;
    const of = gone?.of ?? behaviours[n % behaviours.length];
    if (of === undefined) break;
    const way = gone?.way;
    const plan = planOf(of, way, random).map((one) => (closing() < SHUT ? { what: CLOSED, answer: closedPage(of, closing) } : one));
    const judge = judges.get(of) ?? judgeAnswers(judging, of, judges.size % 2 === 0 ? 'before' : 'when asked');
    judges.set(of, judge);
    const judged = plan.map((planned) => {
      const { what, answer } = planned;
      const ask = (page: string): SiteAnswer => {
        asked += 1;
        return what === CLOSED ? answer : answerAt({ status: 200, html: page }, of, chance).answer;
      };
      if (what === CLOSED) return judge(answer, null, { ask, followed: followed ? STANDING.url : null });
      const stands = Array.from({ length: visited }, () => chance() >= STRANGE).includes(true);
      return judge(answer, stands ? STANDING : null, { ask, followed: followed ? STANDING.url : null });
    });
    notices += 1;
    if (way !== undefined) removed += 1;
    let follow: FollowState = UNVISITED;
    let sightings = 0;
    let isConfirmed = false;
    const steps: readonly (readonly [string, Sighting])[] = [
      ['first', { state: 'present', reading: sha256(of.id) }],
      ...judged.map((one, at): readonly [string, Sighting] => [
        plan[at]?.what ?? '',
        one.state === 'present'
          ? { state: 'present', reading: readingDigest(one.reading), reason: one.reason }
          : one.state === 'removed'
            ? { state: 'removed', kind: one.kind, reason: one.reason, evidence: null }
            : { state: one.state, reason: one.reason },
      ]),
    ];
    for (const [at, [what, sighting]] of steps.entries()) {
      visits += 1;
      met.set(what, (met.get(what) ?? 0) + 1);
      const options = { at: new Date(at * HOUR).toISOString(), confirmAfterMs: HOUR / 2, heldForPerson: false };
      follow = { ...follow, ...judgeVisit(follow, sighting, options).follow };
      if (what === 'removed') sightings += 1;
      if (follow.state !== 'removed') continue;
      if (way === undefined || sightings === 0)
        (what === CLOSED ? closedSites : falseRemovals).push({ id: of.id, what: `${what}, ${follow.reason ?? ''}` });
      else if (!isConfirmed) {
        isConfirmed = true;
        confirmed += 1;
        // Half of a page that says so is a sighting too, and makes it sooner.
        if (sightings <= 2) confirmedAtSecond += 1;
      }
      if (way === undefined) break;
    }
    if (way !== undefined && !isConfirmed) missed.push({ id: of.id, what: of.what });
  }
  return { visits, asked, notices, removed, confirmedAtSecond, confirmed, falseRemovals, closedSites, missed, met };
}

/** Share of visits at which the whole site shows one page at all its addresses. */
const SHUT = 0.02;
const CLOSED = 'closed';

/** What a site that is closed shows at any address: its front page, where we have it, with other news at each visit, though not within one; it leads to no notice, as that of an open one may. */
function closedPage({ frontPage }: Behaviour, random: () => number): SiteAnswer {
  const html = (frontPage?.html ?? '<html><body><h1>Welcome</h1></body></html>').replace(/\shref=("[^"]*"|'[^']*'|[^\s>]*)/gi, '');
  const word = (): string => Array.from({ length: 7 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  const news = Array.from({ length: 4 }, () => `<p><a href="/news/${word()}">${word()} ${word()} ${word()}</a></p>`).join('');
  return { status: 200, html: html.replace(/<\/body>|$/i, (end) => `<div>${news}</div>${end}`) };
}

interface Planned {
  readonly what: string;
  readonly answer: SiteAnswer;
}

function planOf(of: Behaviour, way: Later | undefined, random: () => number): readonly Planned[] {
  const goneFrom = way === undefined ? SIGHTS : 2 + Math.floor(random() * 3);
  return Array.from({ length: SIGHTS }, (_, at): Planned => {
    if (way !== undefined && at >= goneFrom) return answerAt(way, of, random, 'removed');
    return answerAt(of.present, of, random);
  });
}

/** What a visit meets where the site means to answer `meant`: that, or one of the chances. */
function answerAt(meant: SiteAnswer, of: Behaviour, random: () => number, what = 'present'): Planned {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const ofTruth = (wanted: Later['truth']): Later | undefined => pick(of.later.filter(({ truth }) => truth === wanted));
  const chance = random();
  if (chance < 0.05) return { what: 'error', answer: ofTruth('unreachable') ?? { status: 500, html: 'error' } };
  if (chance < 0.1) return { what: 'captcha', answer: ofTruth('blocked') ?? pick(WALLS) ?? { status: 403, html: '' } };
  if (chance < 0.12) return { what: 'empty', answer: { status: 200, html: '' } };
  if (chance < 0.14) return { what: 'half', answer: { status: 200, html: meant.html.slice(0, meant.html.length * random() * 0.9) } };
  return { what, answer: meant };
}
