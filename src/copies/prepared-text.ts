import type { CopyFact } from '../model/copy.ts';
import type { Lang } from '../model/reading.ts';
import { detectLanguage } from '../text/language.ts';
import type { Background } from './background.ts';
import type { Token } from './tokens/token.ts';

/** A text to compare: it begins with its title, then a line break, where it has one. `facts` are what recognition found in it. */
export interface CopyText {
  readonly text: string;
  readonly lang?: Lang;
  readonly facts?: readonly CopyFact[];
}

/** A text cut into tokens, with what its content tells. One serves any number of comparisons. */
export interface PreparedText {
  readonly text: string;
  readonly lang: Lang;
  readonly facts: readonly CopyFact[];
  readonly tokens: readonly Token[];
  /** Of each token the units by which it is looked up in another text: pairs of Han characters, a stem, a key; empty for tokens that are no content. */
  readonly unitsOf: readonly (readonly string[])[];
  /** How much each token tells; 0 for tokens that are no content. */
  readonly weights: Float64Array;
  /** All units of content, with what each tells. */
  readonly units: ReadonlyMap<string, number>;
  /** All keys of tokens, facts among them. */
  readonly keys: ReadonlySet<string>;
  /** What all units together tell. */
  readonly mass: number;
}

/** Running text tells what is bought; a model and a figure in it tell as much as a rare word. */
const FIXED: Readonly<Record<string, number>> = { model: 1, figure: 0.6, quantity: 0.5, class: 0.5, section: 1, year: 0.5 };

/** A pair of Han characters says about half of what a word of letters does. */
const HAN_SHARE = 0.5;

/** Places whose words say nothing of what is bought, by whom or where. */
const BESIDE: ReadonlySet<string> = new Set(['publisher', 'contact', 'date', 'deadline', 'number', 'price', 'procedure', 'registry']);

/** Cuts and weighs a text; linear. */
export function prepareText({ text, lang, facts }: CopyText, background: Background): PreparedText {
  const tokens = background.tokeniser.tokens(text);
  const unitsOf: (readonly string[])[] = [];
  const weights = new Float64Array(tokens.length);
  const units = new Map<string, number>();
  const keys = new Set<string>();
  for (let n = 0; n < tokens.length; n += 1) {
    const token = tokens[n]!;
    keys.add(token.key);
    const own = unitsOfToken(tokens, n);
    unitsOf.push(own);
    let weight = 0;
    for (const unit of own) {
      const told = FIXED[token.kind] ?? background.weightOf(unit) * (token.kind === 'han' ? HAN_SHARE : 1);
      units.set(unit, told);
      weight += told / own.length;
    }
    weights[n] = weight;
  }
  let mass = 0;
  for (const weight of units.values()) mass += weight;
  return { text, lang: lang ?? detectLanguage(text), facts: facts ?? [], tokens, unitsOf, weights, units, keys, mass };
}

function unitsOfToken(tokens: readonly Token[], n: number): readonly string[] {
  const token = tokens[n]!;
  if (BESIDE.has(token.place)) return [];
  if (token.kind === 'word' || token.kind in FIXED) return [token.key];
  if (token.kind !== 'han') return [];
  const pairs: string[] = [];
  const [before, after] = [tokens[n - 1], tokens[n + 1]];
  if (before !== undefined && isNeighbour(before, token)) pairs.push(before.key + token.key);
  if (after !== undefined && isNeighbour(token, after)) pairs.push(token.key + after.key);
  return pairs.length === 0 ? [token.key] : pairs;
}

/** Punctuation and blanks between them make no difference; a line break does. */
function isNeighbour(one: Token, other: Token): boolean {
  return one.kind === 'han' && other.kind === 'han' && one.line === other.line && one.place === other.place && other.start - one.end < 4;
}
