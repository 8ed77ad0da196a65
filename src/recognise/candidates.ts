import type { NamedPhrase, Term } from '../catalogue/catalogue.ts';
import { findCodes } from './codes.ts';
import type { AnnouncingWord, CodeHit, FoundCode } from './codes.ts';
import type { CompiledGuards, Entry, Program } from './compile.ts';
import type { Found } from './found.ts';
import { Signals } from './signals.ts';
import type { RoleHit } from './signals.ts';
import { caseAgrees, originalEnd, originalStart, PhraseEnds, scriptAgrees } from './verify.ts';
import type { WalkedText } from './verify.ts';
import { windowAt } from './window.ts';

export interface FoundTerm extends Found {
  readonly term: Term;
}

export interface FoundNamed extends Found {
  readonly named: NamedPhrase;
}

export interface Candidates {
  readonly terms: readonly FoundTerm[];
  /** Where a term stands that its guards do not let count. */
  readonly refused: readonly Found[];
  readonly intents: readonly FoundNamed[];
  readonly places: readonly FoundNamed[];
  readonly codes: readonly FoundCode[];
  readonly roles: readonly RoleHit[];
  /** Something stands more often than {@link MOST_OF_ONE}: the rest of it is not told. */
  readonly isCut: boolean;
  /** There are more codes than are told. */
  readonly codesCut: boolean;
}

/** Mentions kept of one term, family of part numbers, intent or place in one text: far above what notices have, so that no row of a long table is without its goods, and memory has a bound. */
const MOST_OF_ONE = 10_000;

/** Turns the anchors met on a walk into verified finds, guards applied, in the order of their ends. `isWanted`: intents that are told however often they stand. */
export function findCandidates(
  program: Program,
  walkedText: WalkedText,
  isWanted: (intent: NamedPhrase) => boolean = () => false,
): Candidates {
  const { entries, entryOf, lengthOf } = program;
  const { text, walked } = walkedText;
  const signals = new Signals(program);
  const ends = new PhraseEnds(walkedText);
  const terms: FoundTerm[] = [];
  const intents: (FoundNamed & { readonly guards: CompiledGuards | null })[] = [];
  const places: typeof intents = [];
  const roles: RoleHit[] = [];
  const guarded: {
    readonly entry: Extract<Entry, { readonly is: 'goods' | 'partNumber' }>;
    readonly start: number;
    readonly end: number;
  }[] = [];
  const codeHits: CodeHit[] = [];
  const contexts: AnnouncingWord[] = [];
  const counts = new Map<number, number>();
  let isCut = false;

  for (let event = 0; event < walked.eventCount; event += 1) {
    const anchor = walked.events[event * 2] ?? 0;
    const end = walked.events[event * 2 + 1] ?? 0;
    const start = end - (lengthOf[anchor] ?? 0);
    const at = entryOf[anchor] ?? 0;
    const entry = entries[at];
    if (entry === undefined) continue;
    if (entry.is === 'signal') signals.add(entry.signal, start, end);
    else if (entry.is === 'code') codeHits.push({ scheme: entry.scheme, listed: entry.listed, start });
    else {
      const reached = entry.is === 'partNumber' ? end : ends.of(entry.phrase, end);
      if (reached === -1) continue;
      if (entry.is === 'codeContext') {
        contexts.push({ scheme: entry.scheme, end: reached });
        continue;
      }
      if (entry.is === 'role') {
        roles.push({ word: entry.word, start, end: reached });
        continue;
      }
      const count = (counts.get(at) ?? 0) + 1;
      counts.set(at, count);
      if (count > MOST_OF_ONE && !(entry.is === 'intent' && isWanted(entry.named))) {
        isCut = true;
        continue;
      }
      if (entry.is === 'goods' || entry.is === 'partNumber') guarded.push({ entry, start, end: reached });
      else {
        const from = originalStart(walkedText, start);
        const to = originalEnd(walkedText, reached);
        if (scriptAgrees(text, from, to, entry.phrase))
          (entry.is === 'intent' ? intents : places).push({ start, end: reached, from, to, named: entry.named, guards: entry.guards });
      }
    }
  }
  const refused: Found[] = [];
  // guards look both ways, so they wait for the end of the text
  for (const { entry, start, end } of guarded) {
    if (!signals.allow(entry.guards, start, end, walkedText)) {
      refused.push({ start, end, from: originalStart(walkedText, start), to: originalEnd(walkedText, end) });
      continue;
    }
    const { term } = entry;
    if (entry.is === 'partNumber') {
      const found = partNumberAt(walkedText, entry.pattern, start);
      if (found !== null) terms.push({ ...found, term });
      continue;
    }
    const from = originalStart(walkedText, start);
    const to = originalEnd(walkedText, end);
    if (scriptAgrees(text, from, to, entry.phrase) && (entry.cased === null || caseAgrees(text, from, to, entry.cased)))
      terms.push({ start, end, from, to, term });
  }
  const allowed = intents.filter(({ guards, start, end }) => guards === null || signals.allow(guards, start, end, walkedText));
  const { codes, isCut: codesCut } = findCodes(walkedText, codeHits, contexts);
  return { terms, refused, intents: allowed, places, roles, codes, isCut, codesCut };
}

/** Letters of standards, at the end of what stands before a number. */
const STANDARD = /(?<![A-Za-z])(?:GB|GJB|ISO|IEC|DIN|ASTM|ANSI|BS|ГОСТ(?: Р)?|ДСТУ)[ /-]{0,2}$/;

function partNumberAt(walkedText: WalkedText, pattern: RegExp, start: number): Found | null {
  const { from, text, endOf } = windowAt(walkedText, start);
  // 6413 of 0871-6413 is the end of a telephone number
  if (/^\d/.test(text) && /\d-$/.test(walkedText.text.slice(Math.max(0, from - 2), from))) return null;
  // 16К20 of ГОСТ 16К20 is the number of a standard
  if (STANDARD.test(walkedText.text.slice(Math.max(0, from - 8), from))) return null;
  pattern.lastIndex = 0;
  const length = pattern.exec(text)?.[0].length ?? 0;
  return length === 0 ? null : { start, end: start + length, from, to: endOf(length) };
}
