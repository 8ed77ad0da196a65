import type { NamePartKind } from '../../model/match.ts';
import type { GlossaryUnit, NameKnowledge, PhraseNode } from '../knowledge.ts';
import { STEM_REST } from '../knowledge.ts';
import { hanOrganisation, hanPerson } from './han-parts.ts';
import { latinise } from './latinise.ts';
import type { AnalysedName, NameFamily, NamePart } from './name-part.ts';
import { romanNumber } from './numbers.ts';
import { PERSON_PARTICLES, PERSON_TITLES, isPatronymic } from './person-words.ts';
import { skeleton } from './skeleton.ts';
import { tokensOf, type NameToken } from './tokens.ts';
import { unitParts } from './unit-parts.ts';
import { wordPart, keyOf } from './word-part.ts';

/** More parts than any real name has: the rest of a longer text is not looked at. */
const MAX_PARTS = 24;

/**
 * Brings a name to its parts, the same for lists and queries. Pure; linear in the length of the name.
 *
 * @example analyseName('ООО «Бета»', 'organisation', knowledge).parts.map((part) => part.keys[0]) // ['#llc', 'beta']
 */
export function analyseName(name: string, family: NameFamily, knowledge: NameKnowledge): AnalysedName {
  const tokens = tokensOf(name.length > MAX_NAME ? name.slice(0, MAX_NAME) : name);
  const parts: NamePart[] = [];
  for (let at = 0; at < tokens.length && parts.length < MAX_PARTS;) {
    const token = tokens[at]!;
    if (token.script === 'han') {
      const person = hanPerson(token, family, tokens.length, knowledge);
      parts.push(...regroup(person ?? hanOrganisation(token, name, family, knowledge), parts.length));
      at += 1;
      continue;
    }
    const phrase = family === 'person' ? undefined : longestPhrase(tokens, at, knowledge.phrases);
    if (phrase !== undefined) {
      const text = { start: token.start, end: tokens[at + phrase.tokens - 1]!.end };
      const spelled = phrase.tokens === 1 && phrase.units.length === 1 && phrase.units[0]!.kind !== 'form' ? [keyOf(token, knowledge)] : [];
      parts.push(...regroup(unitParts(phrase.units, name, text, spelled), parts.length));
      at += phrase.tokens;
      continue;
    }
    const part = partOf(token, tokens[at + 1], name, family, knowledge);
    if (part !== undefined) parts.push({ ...part, group: parts.length });
    at += 1;
  }
  return { name, family, parts: parts.slice(0, MAX_PARTS) };
}

/** Longer texts are no names; what stands behind is cut off. */
const MAX_NAME = 400;

function regroup(parts: readonly NamePart[], from: number): readonly NamePart[] {
  let group = from;
  return parts.map((part, n) => {
    const before = parts[n - 1];
    if (before === undefined || before.start !== part.start) group = from + n;
    return { ...part, group };
  });
}

/** The longest phrase of the glossary that begins with the token `at`; a shorter one where the longer breaks off. */
export function longestPhrase(
  tokens: readonly NameToken[],
  at: number,
  root: PhraseNode,
): { readonly units: readonly GlossaryUnit[]; readonly tokens: number } | undefined {
  let node = root;
  let found: { readonly units: readonly GlossaryUnit[]; readonly tokens: number } | undefined;
  for (let n = at; n < tokens.length; n += 1) {
    const { text, script } = tokens[n]!;
    if (script === 'han') break;
    const exact = node.next.get(text);
    const units = exact?.units ?? stemUnits(node, text);
    if (units !== undefined) found = { units, tokens: n + 1 - at };
    const next = exact ?? stemNode(node, text);
    if (next === undefined || next.next.size === 0) break;
    node = next;
  }
  return found;
}

function stemUnits(node: PhraseNode, word: string): readonly GlossaryUnit[] | undefined {
  return stemNode(node, word)?.stem;
}

function stemNode(node: PhraseNode, word: string): PhraseNode | undefined {
  for (let length = word.length; length >= Math.max(3, word.length - STEM_REST); length -= 1) {
    const next = node.next.get(word.slice(0, length));
    if (next?.stem !== undefined) return next;
  }
  return undefined;
}

function partOf(
  token: NameToken,
  next: NameToken | undefined,
  name: string,
  family: NameFamily,
  knowledge: NameKnowledge,
): NamePart | undefined {
  const { text, start, end } = token;
  const plain = (kind: NamePartKind, keys: readonly string[], weight: number, bits: number, by: NamePart['by'] = 'spelling'): NamePart => ({
    kind,
    text: name.slice(start, end),
    start,
    end,
    keys,
    weight,
    bits,
    by,
    group: 0,
  });
  const number = /^(\d{1,12})(?:st|nd|rd|th|й|я|го)?$/.exec(text)?.[1];
  if (number !== undefined) return plain('number', [`=${number.replace(/^0+(?=\d)/, '')}`], 0.5, 7, 'number');
  if (token.script === 'digits') return undefined;
  if (family !== 'person' && (text === 'no' || text === 'n') && next?.script === 'digits') return undefined;
  if (token.script === 'latin' && family !== 'person') {
    const roman = romanNumber(text);
    if (roman !== undefined) return plain('number', [`=${roman}`, skeleton(text)], 0.3, 4, 'number');
  }
  const latin = latinise(text);
  if (family === 'person') {
    if (PERSON_TITLES.has(latin)) return plain('title', [skeleton(latin)], 0.04, 0);
    if (PERSON_PARTICLES.has(latin)) return plain('particle', [skeleton(latin)], 0.06, 0);
  }
  if (latin.length === 1 && (token.script === 'latin' || token.script === 'cyrillic'))
    return plain('initial', [`.${skeleton(latin)}`], family === 'person' ? 0.12 : 0.2, 2);
  if (latin.length === 0) return undefined;
  const patronymic = family === 'person' && isPatronymic(latin);
  return wordPart(token, name, latin, family, knowledge, patronymic ? 0.45 : 1);
}
