import type { NameKnowledge } from '../knowledge.ts';
import { analyseName } from '../name/analyse.ts';
import { latinise } from '../name/latinise.ts';
import type { NamePart } from '../name/name-part.ts';
import { tokensOf } from '../name/tokens.ts';
import { skeletonOf } from '../name/word-part.ts';
import { isWordKey } from '../score/units.ts';
import { soundsOfInitials } from './initials-agree.ts';
import { surnameOf } from './surname-of.ts';

/** Words, one after another, that a text may call a party by once it has named it in full. */
export interface LaterName {
  /** For each word the keys of what it may be spelled like. */
  readonly words: readonly (readonly string[])[];
  /** The bare words tell enough, even if they stand without quotes. */
  readonly rare: boolean;
  /** Of a surname: first letters of the keys of the words that initials stand for, in their order, and all keys of these. */
  readonly person?: { readonly initials: readonly string[]; readonly keys: readonly string[] };
}

/** By which words a text may call somebody later who is listed under a name, and written so in full. */
export function calledLater(listed: string, written: string, person: boolean, knowledge: NameKnowledge): readonly LaterName[] {
  const names = [listed, written].flatMap((name) => (person ? ofPerson(name, knowledge) : ofOrganisation(name, knowledge)) ?? []);
  const [first, second] = names;
  return first !== undefined && second !== undefined && isSame(first, second) ? [first] : names;
}

function isSame({ words: a }: LaterName, { words: b }: LaterName): boolean {
  return a.length === b.length && a.every((keys, n) => keys[0] === b[n]![0]);
}

function ofPerson(name: string, knowledge: NameKnowledge): LaterName | undefined {
  const known = surnameOf(analyseName(name, 'person', knowledge), knowledge);
  if (known === undefined) return undefined;
  const { surname, others } = known;
  const words = surname.map(({ keys }) => keys.filter(isWordKey).slice(0, 1));
  if (words.some(([key]) => key === undefined) || others.length === 0) return undefined;
  return {
    words,
    rare: words.length > 1 || (words[0]?.[0]?.length ?? 0) >= LEAST_SURNAME,
    person: {
      initials: soundsOfInitials(others),
      keys: others.flatMap(({ keys }) => keys),
    },
  };
}

/** The distinctive words of an organisation's name and what hyphens join to them, without forms, places and trades. */
function ofOrganisation(name: string, knowledge: NameKnowledge): LaterName | undefined {
  const { parts } = analyseName(name, 'organisation', knowledge);
  const telling = parts.filter(isTelling);
  const [first] = telling;
  const last = telling.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let [start, end] = [first.start, last.end];
  for (const { start: from, end: to } of parts.toReversed())
    if (JOINT.test(name.slice(to, start)) && to < start + 1) start = Math.min(start, from);
  for (const { start: from, end: to } of parts) if (JOINT.test(name.slice(end, from)) && from > end - 1) end = Math.max(end, to);
  const tokens = tokensOf(name.slice(start, end));
  if (tokens.length > MOST_WORDS || tokens.some(({ script }) => script !== 'latin' && script !== 'cyrillic' && script !== 'digits'))
    return undefined;
  const words = tokens.map(({ text }) => [skeletonOf(latinise(text), knowledge)]);
  if (words.some(([key]) => key === '')) return undefined;
  const letters = tokens.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < LEAST_BRAND) return undefined;
  return { words, rare: tokens.length > 1 || first.bits >= RARE_BITS };
}

function isTelling({ kind, keys }: NamePart): boolean {
  return kind === 'word' && isWordKey(keys[0] ?? '#');
}

const JOINT = /^\s?[-‐‑–]\s?$/;
const MOST_WORDS = 4;
/** Letters of a surname that may stand without a title, and of a brand. */
const LEAST_SURNAME = 5;
const LEAST_BRAND = 4;
/** Bits of one word that may stand without quotes. */
const RARE_BITS = 12;
