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
  const pairs = hanPairs(tokens);
  for (let n = 0; n < tokens.length; n += 1) {
    const token = tokens[n]!;
    keys.add(token.key);
    const own = unitsOfToken(token, pairs[n], pairs[n + 1]);
    unitsOf.push(own);
    let weight = 0;
    for (const unit of own) {
      let told = units.get(unit);
      if (told === undefined) {
        told = FIXED[token.kind] ?? background.weightOf(unit) * (token.kind === 'han' ? HAN_SHARE : 1);
        units.set(unit, told);
      }
      weight += told / own.length;
    }
    weights[n] = weight;
  }
  let mass = 0;
  for (const weight of units.values()) mass += weight;
  return { text, lang: lang ?? detectLanguage(text), facts: facts ?? [], tokens, unitsOf, weights, units, keys, mass };
}

/** Of each token the pair of Han characters that it ends, where it ends one. */
function hanPairs(tokens: readonly Token[]): readonly (string | undefined)[] {
  return tokens.map((token, n) => {
    const before = tokens[n - 1];
    return before !== undefined && isNeighbour(before, token) ? before.key + token.key : undefined;
  });
}

function unitsOfToken({ kind, key, place }: Token, ended: string | undefined, begun: string | undefined): readonly string[] {
  if (BESIDE.has(place)) return [];
  if (kind === 'word' || kind in FIXED) return [key];
  if (kind !== 'han') return [];
  if (ended === undefined) return [begun ?? key];
  return begun === undefined ? [ended] : [ended, begun];
}

/** Punctuation and blanks between them make no difference; a line break does. */
function isNeighbour(one: Token, other: Token): boolean {
  return one.kind === 'han' && other.kind === 'han' && one.line === other.line && one.place === other.place && other.start - one.end < 4;
}
