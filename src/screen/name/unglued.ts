import type { NameKnowledge } from '../knowledge.ts';
import type { GlossaryUnit } from './phrase-tree.ts';
import { skeleton } from './skeleton.ts';
import { WordMemory } from './word-memory.ts';

/**
 * Keys of what is left of a word when the legal form that a blank should divide it from is taken away: `fundllc` gives those of fund, `umatexgroup` that of umatex.
 * None for words that names are known to have.
 *
 * @param word in lower-case Latin letters
 */
export function ungluedKeys(word: string, knowledge: NameKnowledge): readonly string[] {
  const words = memory.of(knowledge);
  let keys = words.get(word);
  if (keys === undefined) words.set(word, (keys = workOut(word, knowledge)));
  return keys;
}

const memory = new WordMemory<readonly string[]>(20_000);

/** Shorter forms end too many words. */
const LEAST_FORM = 3;
const LEAST_REST = 3;

function workOut(word: string, knowledge: NameKnowledge): readonly string[] {
  const keys = new Set<string>();
  const units = (part: string): readonly GlossaryUnit[] => knowledge.phrases.next.get(part)?.units ?? [];
  const isForm = (part: string): boolean => part.length >= LEAST_FORM && units(part).some(({ kind }) => kind === 'form');
  for (let at = LEAST_REST; at <= word.length - LEAST_REST; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const rest of [isForm(after) ? before : '', isForm(before) ? after : '']) {
      if (rest === '') continue;
      const [unit] = units(rest);
      keys.add(unit?.key ?? skeleton(rest));
    }
  }
  return [...keys];
}
