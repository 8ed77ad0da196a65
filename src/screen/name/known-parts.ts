import type { NameKnowledge } from '../knowledge.ts';
import type { NamePart } from './name-part.ts';
import type { NameToken } from './tokens.ts';
import { WordMemory } from './word-memory.ts';

/** Words at the beginning of a name, and in the rest of it. */
const atFirst = new WordMemory<NamePart | undefined>(20_000);
const further = new WordMemory<NamePart | undefined>(20_000);

/**
 * The part that a word of a person's name makes, as it was worked out where the word came before, and so perhaps with another place: it hangs on the word alone, and on whether it
 * is the first. Single letters, numbers and what stands behind a sign are always worked out.
 */
export function knownPart(
  token: NameToken,
  name: string,
  knowledge: NameKnowledge,
  workOut: () => NamePart | undefined,
): NamePart | undefined {
  const { text, start } = token;
  if (text.length < 2 || token.script === 'digits' || name.charAt(start) === '№') return workOut();
  const words = (start === 0 ? atFirst : further).of(knowledge);
  const part = words.get(text);
  if (part !== undefined || words.has(text)) return part;
  const made = workOut();
  words.set(text, made);
  return made;
}
