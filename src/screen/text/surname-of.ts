import type { NameKnowledge } from '../knowledge.ts';
import type { AnalysedName, NamePart } from '../name/name-part.ts';
import { isPatronymicKey } from '../name/patronymic.ts';

/** A person's name by what a text calls the person later: the words of the surname, and those that initials stand for, in their order. */
export interface PersonNames {
  readonly surname: readonly NamePart[];
  readonly others: readonly NamePart[];
}

/**
 * The surname in a person's name: the words that are neither known as given names nor patronymics, if hyphens join them or there is one; else the one in capitals, else the
 * one beside given name and patronymic. Undefined where nothing tells.
 */
export function surnameOf({ name, parts }: AnalysedName, { givenNames }: Pick<NameKnowledge, 'givenNames'>): PersonNames | undefined {
  const words = parts.filter(({ kind }) => kind === 'word' || kind === 'initial');
  const full = words.filter(({ kind, keys }) => kind === 'word' && (keys[0] ?? '') !== '');
  if (words.length < 2) return undefined;
  const isGiven = ({ keys }: NamePart): boolean => givenNames.has(keys[0] ?? '');
  const isFathers = ({ keys }: NamePart): boolean => isPatronymicKey(keys[0] ?? '');
  const told = (surname: readonly NamePart[]): PersonNames => ({ surname, others: words.filter((word) => !surname.includes(word)) });
  const open = full.filter((word) => !isGiven(word) && !isFathers(word));
  if (open.length === 1 || (open.length === 2 && areJoined(open, name))) return told(open);
  const loud = full.filter(({ text }) => text.length > 2 && text === text.toUpperCase() && text !== text.toLowerCase());
  if (loud.length === 1 && full.length > 1) return told(loud);
  if (open.length > 1) return undefined;
  // Konstantin Belyakovich, Oleg Petrovich Roman.
  const [first, second, third] = full;
  if (first === undefined || second === undefined) return undefined;
  if (third === undefined) return isGiven(first) && !isGiven(second) ? told([second]) : undefined;
  if (full.length > 3) return undefined;
  return isFathers(second) && !isFathers(third) ? told([third]) : isFathers(third) && !isFathers(first) ? told([first]) : undefined;
}

function areJoined([first, second]: readonly NamePart[], name: string): boolean {
  return first !== undefined && second !== undefined && /^[-‐‑–]$/.test(name.slice(first.end, second.start));
}
