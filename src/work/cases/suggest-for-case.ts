import { LEAST_SCORE, scoreSuggestion } from '../../assess/cases/score-suggestion.ts';
import { packagedCatalogue } from '../packaged/catalogue.ts';
import type { Case } from '../../model/case.ts';
import type { BestSuggestions, CaseFact, CaseSuggestion, SuggestionReason } from '../../model/case-suggestion.ts';
import type { Claim } from '../../model/claim.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Notice } from '../../model/notice.ts';
import type { Store } from '../../store/port.ts';
import { factKeyOf } from '../copies/facts-of-text.ts';
import { maskedSuggestion, personsOfTexts } from './masked-suggestion.ts';
import { gatherText, type GatheredText } from './tied-text.ts';
import { bodiesKnown, tiesBetween } from './ties.ts';

/** Of what a search finds so many are looked at; a name that more notices have says little. */
const MOST_FOUND = 200;
const MOST_REPORTS = 500;
const MOST_CLAIMS = 200;
const MOST_QUERIES = 60;
/** So many notices may have a name before it counts less. */
const RARE = 5;
const CLAIM_POINTS = 60;

type Asked = Pick<Store, 'cases' | 'claims' | 'copies' | 'findNotice' | 'listNotices' | 'readingOf' | 'capturesOf'>;

/**
 * Reports, notices and claims that may belong to a case, best first: copies of what it holds, what shares trade names, bodies, days, quoted words or links with it, and
 * claims about it; of equal score, notices and reports before claims. At most `limit` of them, and how many there are. A case that holds no notice, report or claim has none.
 */
export async function suggestForCase(store: Asked, of: Case, limit: number): Promise<BestSuggestions> {
  const heldIds = new Set(of.items.map(({ id }) => id));
  const claims = await claimsOf(store, of, heldIds);
  const held: GatheredText[] = [];
  for (const { kind, id } of of.items) {
    const notice = kind === 'notice' || kind === 'report' ? await store.findNotice(id) : undefined;
    if (notice !== undefined) held.push(await gatherText(store, notice));
  }
  const counts = new Map<string, number>();
  const candidates = await candidatesFor(store, held, claims, counts);
  const known = new Map(held.flatMap(({ bodies }) => bodies).map((fact) => [fact.key, fact]));
  const rarity = ({ kind, key }: CaseFact): number => {
    const count = counts.get(`${kind} ${key}`) ?? 0;
    return count <= RARE ? 1 : 1 / (1 + Math.log10(count / RARE));
  };

  const persons = personsOfTexts();
  const found: CaseSuggestion[] = [];
  for (const candidate of candidates.values()) {
    if (heldIds.has(candidate.id)) continue;
    const text = await gatherText(store, candidate);
    const ties = held.map((one) => tiesBetween(one, text));
    const bodies = bodiesKnown(text, known);
    const heldWith = held.map((one, index) => ({ ...one, facts: [...one.facts, ...one.bodies, ...(ties[index]?.held ?? [])] }));
    const whole = { ...text, facts: [...text.facts, ...bodies, ...ties.flatMap(({ candidate: facts }) => facts)] };
    const scored = scoreSuggestion(heldWith, whole, rarity, await claimReasons(store, text, claims.held));
    if (scored !== undefined) {
      const { type: kind, id, caption, notice } = text;
      found.push(maskedSuggestion({ kind, id, caption, notice, ...scored }, text, held, persons));
    }
  }
  for (const claim of claims.others) found.push(claimSuggestion(claim, heldIds));
  const isClaim = ({ kind }: CaseSuggestion): number => (kind === 'claim' ? 1 : 0);
  const best = found.toSorted((one, other) => other.score - one.score || isClaim(one) - isClaim(other) || (one.id < other.id ? -1 : 1));
  return { items: best.slice(0, limit), total: best.length };
}

interface CaseClaims {
  /** In the case. */
  readonly held: readonly Claim[];
  /** Not in it, about what it holds, and not taken back. */
  readonly others: readonly Claim[];
}

async function claimsOf(store: Asked, of: Case, heldIds: ReadonlySet<string>): Promise<CaseClaims> {
  const held: Claim[] = [];
  const others = new Map<string, Claim>();
  for (const { kind, id } of of.items) {
    if (kind === 'claim') {
      const claim = await store.claims.find(id as Claim['id']);
      if (claim !== undefined && claim.withdrawn === null) held.push(claim);
    } else if (kind === 'notice')
      for (const claim of await store.claims.list({ about: id as NoticeId, limit: MOST_CLAIMS }))
        if (claim.withdrawn === null && !heldIds.has(claim.id)) others.set(claim.id, claim);
  }
  return { held, others: [...others.values()] };
}

/** Everything that may be tied to what is held, by id. `counts` takes in how many notices a search for a fact finds. */
async function candidatesFor(
  store: Asked,
  held: readonly GatheredText[],
  claims: CaseClaims,
  counts: Map<string, number>,
): Promise<ReadonlyMap<NoticeId, Notice>> {
  const found = new Map<NoticeId, Notice>();
  const take = async (id: NoticeId): Promise<void> => {
    const notice = found.has(id) ? undefined : await store.findNotice(id);
    if (notice !== undefined) found.set(notice.id, notice);
  };
  for (const { copies } of held) for (const { other } of copies) await take(other);
  for (const { about } of claims.held) for (const id of about) await take(id);
  for (const [key, phrases] of queriesFor(held)) {
    let count = 0;
    for (const phrase of phrases)
      for await (const notice of store.listNotices({ query: `"${phrase.replaceAll(/["“”«»]/g, ' ')}"`, limit: MOST_FOUND })) {
        count += 1;
        found.set(notice.id, notice);
      }
    counts.set(key, count);
  }
  if (held.length > 0) for (const id of await store.cases.reports(MOST_REPORTS)) await take(id);
  return found;
}

/** What to search for: every spelling of a trade name that the catalogue knows, bodies, words that reports quote. By fact, the latest come last. */
function queriesFor(held: readonly GatheredText[]): ReadonlyMap<string, readonly string[]> {
  const queries = new Map<string, readonly string[]>();
  const facts = held.flatMap((one) => [...one.facts.filter(({ kind }) => kind === 'tradeName'), ...one.bodies, ...one.quotes]);
  for (const { kind, key, shown, said } of facts) {
    if (queries.size >= MOST_QUERIES) break;
    const words = said?.text ?? shown;
    if (!queries.has(`${kind} ${key}`)) queries.set(`${kind} ${key}`, kind === 'tradeName' ? [...spellings(key, words)] : [words]);
  }
  return queries;
}

function spellings(key: string, written: string): ReadonlySet<string> {
  const known = packagedCatalogue().terms.filter(
    ({ kind, concept, maker, text }) =>
      kind === 'tradeName' &&
      concept !== null &&
      maker !== undefined &&
      factKeyOf({ kind: 'tradeName', concept, id: maker, text, start: 0, end: 0, lang: 'und', counted: true, strength: 'hard' }) === key,
  );
  return new Set([written, ...known.map(({ text }) => text.replaceAll('|', ''))]);
}

/** A claim of the case is about it, or stands in it. */
async function claimReasons(store: Asked, text: GatheredText, claims: readonly Claim[]): Promise<readonly SuggestionReason[]> {
  const about = claims.find((claim) => claim.about.includes(text.id));
  if (about !== undefined) return [claimReason(`a claim of the case is about it: ${about.who}`)];
  if (!claims.some(({ capture }) => capture !== null)) return [];
  const captures = new Set((await store.capturesOf(text.id)).map(({ sha256 }) => sha256));
  const from = claims.find(({ capture }) => capture !== null && captures.has(capture));
  return from === undefined ? [] : [claimReason(`a claim of the case stands in it: ${from.who}`)];
}

function claimReason(why: string): SuggestionReason {
  return { kind: 'claim', points: CLAIM_POINTS, why, with: null, there: null, here: null };
}

function claimSuggestion(claim: Claim, heldIds: ReadonlySet<string>): CaseSuggestion {
  const about = claim.about.find((id) => heldIds.has(id)) ?? null;
  const reason = { ...claimReason('is about a notice of the case'), with: about, points: Math.max(CLAIM_POINTS, LEAST_SCORE) };
  const { saidAt, recordedAt, quote, forgotten } = claim;
  return {
    kind: 'claim',
    id: claim.id,
    caption: claim.who,
    claim: { saidAt, recordedAt, quote, forgotten, about: claim.about },
    score: reason.points,
    reasons: [reason],
  };
}
