import type { NameKnowledge } from '../knowledge.ts';
import type { NamePart } from './name-part.ts';
import type { NameToken } from './tokens.ts';

/** Most words that are remembered, each for the beginning of a name and for the rest of it. */
const MOST = 20_000;

interface Known {
  readonly first: Map<string, NamePart | undefined>;
  readonly other: Map<string, NamePart | undefined>;
}

const memory = new WeakMap<NameKnowledge, Known>();

/**
 * The part that a word of a person's name makes, as it was worked out where the word came before: it hangs on the word alone, and on whether it is the first. Single
 * letters, numbers and what stands behind a sign are always worked out.
 */
export function knownPart(
  token: NameToken,
  name: string,
  knowledge: NameKnowledge,
  workOut: () => NamePart | undefined,
): NamePart | undefined {
  const { text, start, end } = token;
  if (text.length < 2 || token.script === 'digits' || name.charAt(start) === '№') return workOut();
  let known = memory.get(knowledge);
  if (known === undefined) memory.set(knowledge, (known = { first: new Map(), other: new Map() }));
  const words = start === 0 ? known.first : known.other;
  const part = words.get(text);
  if (part !== undefined) return { ...part, text: name.slice(start, end), start, end };
  if (words.has(text)) return undefined;
  if (words.size >= MOST) words.clear();
  const made = workOut();
  words.set(text, made);
  return made;
}
