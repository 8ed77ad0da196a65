import { loadNameFrequencies } from '../../src/catalogue/name-frequencies.ts';
import { HIT_THRESHOLD } from '../../src/model/match.ts';
import type { AlignedPart, PartLink } from '../../src/model/match.ts';
import { plainWords, scriptOfName } from './name-words.ts';
import type { Outcome } from './outcome.ts';
import type { World } from './world.ts';

/**
 * Why a listed party was not among the ten best.
 * `no link`: nothing in sound or meaning connects the names. `glossary`: what stands unmatched in the Latin name is a word of everyday language that could be
 * translated. `sound`: what stands unmatched on both sides sounds alike. `ranking`: the distinctive words correspond, others scored higher.
 */
export type MissClass = 'no link' | 'glossary' | 'sound' | 'ranking' | 'retrieval';

const LINKED: ReadonlySet<PartLink> = new Set<PartLink>(['same', 'spelling', 'typing', 'reading', 'translation', 'initial', 'joined']);

/** One line for people: class, query, Latin name that fits best, its score, what came first, alignment. */
export function missLine({ query, party, rival }: Outcome, world: World): string {
  const compared = party.names
    .filter((name) => scriptOfName(name) === 'Latin')
    .map((name) => ({ name, ...world.engine.compare(query, { name, schema: party.schema }) }));
  const best = compared.reduce((one, other) => (other.score > one.score ? other : one));
  const alignment = best.explanation?.alignment ?? [];
  const found = missClass(query.name, best.name, best.score, alignment, rival?.score ?? 0);
  return `${found.padEnd(9)} ${query.name} | ${best.name} ${best.score.toFixed(2)} | first: ${rival?.matchedName ?? '–'} ${(rival?.score ?? 0).toFixed(2)} | ${best.explanation?.text ?? ''}`;
}

export function missClass(query: string, listed: string, score: number, alignment: readonly AlignedPart[], firstScore: number): MissClass {
  if (score >= HIT_THRESHOLD && score > firstScore) return 'retrieval';
  const words = alignment.filter(({ kind }) => kind === 'word');
  const unmatched = words.filter(({ link }) => !LINKED.has(link));
  if (words.some(({ link }) => LINKED.has(link))) return 'ranking';
  const asked = plainWords(unmatched.length > 0 ? unmatched.map(({ a }) => a ?? '').join(' ') : query).join('');
  const left = plainWords(unmatched.length > 0 ? unmatched.map(({ b }) => b ?? '').join(' ') : listed);
  if (left.some((word) => consonantOverlap(asked, word) >= 0.6)) return 'sound';
  const { organisation } = loadedFrequencies();
  if (left.some((word) => word.length > 2 && organisation.has(word))) return 'glossary';
  return alignment.length > 0 && alignment.every(({ link }) => LINKED.has(link)) ? 'ranking' : 'no link';
}

/** Share of the pairs of neighbouring consonants of a word that stand in the other text too. */
function consonantOverlap(text: string, word: string): number {
  const pairs = (of: string): string[] =>
    [...of.replaceAll(/[aeiouy\d]/g, '')].map((letter, n, all) => letter + (all[n + 1] ?? '')).slice(0, -1);
  const wanted = pairs(word);
  const there = new Set(pairs(text));
  return wanted.length === 0 ? 0 : wanted.filter((pair) => there.has(pair)).length / wanted.length;
}

let frequencies: ReturnType<typeof loadNameFrequencies> | undefined;
function loadedFrequencies(): ReturnType<typeof loadNameFrequencies> {
  return (frequencies ??= loadNameFrequencies());
}
