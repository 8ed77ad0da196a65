import { HIT_THRESHOLD } from '../../model/match.ts';
import type { NameKnowledge } from '../knowledge.ts';
import type { AnalysedName, NamePart } from '../name/name-part.ts';
import { consonants } from '../name/sound-codes.ts';
import { Alignment, PART_KIND } from '../score/alignment.ts';
import { encodeName } from '../score/encoded-name.ts';
import { probabilityOf } from '../score/model.ts';
import { QueryTable } from '../score/query-table.ts';
import { PairScorer } from '../score/score-pair.ts';
import { FewUnits } from '../score/units.ts';
import type { Profile } from './profile.ts';
import { namesAgainst } from './profile.ts';

/**
 * How the names of two listings stand to each other, best pair first. `same`: every part corresponds, order and script aside.
 * `alike`: the engine calls it a hit. `part`: one name holds the words of the other; of organisations, with nothing distinctive besides.
 * `sound`: a word in common, and the others have the same consonants. `related`: a distinctive word in common.
 */
export interface NameRelation {
  readonly level: NameLevel;
  /** Information and distinctive words of the shorter name. */
  readonly bits: number;
  readonly words: number;
  readonly a: string;
  readonly b: string;
}
export type NameLevel = 'same' | 'alike' | 'part' | 'sound' | 'related' | 'none';

const NONE: NameRelation = { level: 'none', bits: 0, words: 0, a: '', b: '' };

/** The most telling pair of names with one key; costs next to nothing. */
export function sameName(a: Profile, b: Profile): NameRelation {
  let best = NONE;
  for (const mine of namesAgainst(a, b.kind)) {
    if (mine.key === undefined || mine.bits <= best.bits) continue;
    const theirs = b.names.find(({ key }) => key === mine.key);
    if (theirs !== undefined) best = { level: 'same', bits: mine.bits, words: mine.words, a: mine.name, b: theirs.name };
  }
  return best;
}

/** Aligns every name of `a` with every name of `b`, as the engine does in a search. One comparer serves a whole merging. */
export class NameComparer {
  readonly #knowledge: NameKnowledge;
  readonly #table = new QueryTable(MOST_UNITS);

  constructor(knowledge: NameKnowledge) {
    this.#knowledge = knowledge;
  }

  relate(a: Profile, b: Profile): NameRelation {
    const units = new FewUnits();
    const encoded = namesAgainst(b, a.kind)
      .slice(0, MOST_COMPARED)
      .map((name) => {
        const out: number[] = [];
        encodeName(name, (key) => units.unitOf(key), out, true);
        return { name, out };
      });
    if (units.count > MOST_UNITS) return NONE;
    const scorer = new PairScorer(new Alignment(units));
    let best = NONE;
    for (const mine of namesAgainst(a, b.kind).slice(0, MOST_COMPARED)) {
      this.#table.load(mine, units, this.#knowledge);
      for (const { name, out } of encoded) {
        if (name.family !== mine.family) continue;
        const level = this.#level(scorer, mine, name, out);
        if (RANK[level] < RANK[best.level]) continue;
        const bits = Math.min(mine.bits, name.bits);
        if (level === best.level && bits <= best.bits) continue;
        best = { level, bits, words: Math.min(mine.words, name.words), a: mine.name, b: name.name };
      }
    }
    return best;
  }

  #level(scorer: PairScorer, mine: AnalysedName, theirs: AnalysedName, listed: readonly number[]): NameLevel {
    const probability = probabilityOf(scorer.nameLogit(this.#table, listed, 0, false));
    const { features, aligned } = scorer;
    const [covered, coveredListed, slips, complete] = [features[1] ?? 0, features[2] ?? 0, features[8] ?? 0, features[17] === 1];
    let [likest, unlikest, words, parts] = [0, 1, 0, 0];
    for (let n = 0; n < aligned.pairs; n += 1) {
      const kind = this.#table.kind[aligned.pairQuery[n] ?? 0];
      if (kind !== PART_KIND.form && kind !== PART_KIND.title && kind !== PART_KIND.particle) parts += 1;
      if (kind !== PART_KIND.word) continue;
      words += 1;
      likest = Math.max(likest, aligned.pairSimilarity[n] ?? 0);
      unlikest = Math.min(unlikest, aligned.pairSimilarity[n] ?? 0);
    }
    const [least, most] = [Math.min(covered, coveredListed), Math.max(covered, coveredListed)];
    const left = leftWords(mine, aligned.usedQuery);
    const leftListed = leftWords(theirs, aligned.usedListed);
    const within = mine.family === 'person' || oneWithin(mine, aligned.usedQuery, theirs, aligned.usedListed);
    if (words === 0) return mine.family !== 'person' && parts > 1 && most > 0.9 && within ? 'part' : 'none';
    if (complete && least > 0.985 && slips < 0.02) return 'same';
    if (probability >= HIT_THRESHOLD && complete && unlikest > ALIKE) return 'alike';
    if (mine.family === 'person' && (most > 0.94 || probability >= HIT_THRESHOLD)) return 'part';
    if (mine.family !== 'person' && (most > 0.9 || complete) && within) return 'part';
    if (mine.family === 'person' && likest > 0.9 && soundAlike(left, leftListed)) return 'sound';
    return likest > 0.8 ? 'related' : 'none';
  }
}

const RANK: Readonly<Record<NameLevel, number>> = { same: 5, alike: 4, part: 3, sound: 2, related: 1, none: 0 };

/** Less alike, two words are of two names that only a further fact can bring together: Darlene, Darletta. */
const ALIKE = 0.78;

const MOST_COMPARED = 12;
const MOST_UNITS = 4096;

/** Keys of distinctive words that correspond to nothing. */
function leftWords({ parts }: AnalysedName, used: number): readonly string[] {
  return parts.flatMap(({ kind, keys }, at) => (kind === 'word' && (used & (1 << at)) === 0 ? [keys[0] ?? ''] : []));
}

/** One name of an organisation holds the other: what is left is on one side, no number, no distinctive word but a short form of the name or an aside. */
function oneWithin(a: AnalysedName, usedOfA: number, b: AnalysedName, usedOfB: number): boolean {
  const [mine, theirs] = [leftOver(a, usedOfA), leftOver(b, usedOfB)];
  if (mine.length > 0 && theirs.length > 0) return false;
  return [...mine, ...theirs].every(({ kind }) => kind === 'trade' || kind === 'place') && isBranch(a) === isBranch(b);
}

/** A part of an organisation is not the organisation. */
function isBranch({ parts }: AnalysedName): boolean {
  return parts.some(({ text }) => BRANCH.test(text));
}

const BRANCH = /^(?:branch|subsidiary|filial|филиал|дочерн|分公司|division)/iu;

function leftOver({ parts, name }: AnalysedName, used: number): readonly NamePart[] {
  const shouts = name === name.toUpperCase();
  return parts.filter(({ kind, text, start }, at) => {
    if ((used & (1 << at)) !== 0 || kind === 'form' || kind === 'title' || kind === 'particle' || kind === 'initial') return false;
    const abbreviation = kind === 'word' && !shouts && text.length > 1 && text === text.toUpperCase();
    return !abbreviation && !inBrackets(name, start);
  });
}

function inBrackets(name: string, at: number): boolean {
  const open = name.lastIndexOf('(', at);
  return open >= 0 && name.indexOf(')', open) > at;
}

/** One word on each side, with the same consonants but for those that sound alike: Kaylee, Keeley; Zara, Sarah. */
function soundAlike(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a[0], b[0]];
  return a.length === 1 && b.length === 1 && x !== undefined && y !== undefined && soundOf(x) === soundOf(y);
}

function soundOf(key: string): string {
  return consonants(key).replaceAll('h', '').replaceAll('z', 's');
}
