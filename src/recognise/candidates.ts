import type { CodeScheme, ListedCode, NamedPhrase, Term } from '../catalogue/catalogue.ts';
import { foldText } from '../text/fold.ts';
import { SCHEME_NAMES, hasTariffPunctuation, readCode } from './code-schemes.ts';
import type { Entry, Program } from './compile.ts';
import { Signals, firstAbove } from './signals.ts';
import type { RoleHit } from './signals.ts';
import { caseAgrees, originalEnd, originalStart, phraseEnd, scriptAgrees } from './verify.ts';
import type { WalkedText } from './verify.ts';

/** A verified find, in folded units (`start`, `end`) and UTF-16 offsets of the original (`from`, `to`). */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

export interface FoundTerm extends Found {
  readonly term: Term;
}

export interface FoundNamed extends Found {
  readonly named: NamedPhrase;
}

export interface FoundCode extends Found {
  readonly scheme: CodeScheme;
  readonly code: string;
  /** Codes of the catalogue that it falls under; empty where only its context shows that it is one. */
  readonly listed: readonly ListedCode[];
}

export interface Candidates {
  readonly terms: readonly FoundTerm[];
  readonly intents: readonly FoundNamed[];
  readonly places: readonly FoundNamed[];
  readonly codes: readonly FoundCode[];
  readonly roles: readonly RoleHit[];
}

/** Mentions kept of one term, intent or place in one text: a text that repeats a word a million times is told once and again, not a million times. */
const MOST_OF_ONE = 500;

/** Codes kept of one text. */
const MOST_CODES = 2000;

/** How far before a code its announcing word may stand, in folded units. */
const CONTEXT_REACH = 60;

/** Turns the anchors met on a walk into verified finds, guards applied, in the order of their ends. */
export function findCandidates(program: Program, walkedText: WalkedText): Candidates {
  const { entries, entryOf, lengthOf } = program;
  const { text, walked } = walkedText;
  const signals = new Signals(program);
  const terms: FoundTerm[] = [];
  const intents: FoundNamed[] = [];
  const places: FoundNamed[] = [];
  const roles: RoleHit[] = [];
  const guarded: { readonly entry: Extract<Entry, { readonly is: 'goods' | 'partNumber' }>; readonly start: number; readonly end: number }[] = [];
  const codeHits: { readonly listed: ListedCode; readonly start: number }[] = [];
  const contexts: { readonly scheme: CodeScheme; readonly end: number }[] = [];
  const counts = new Map<number, number>();

  for (let event = 0; event < walked.eventCount; event += 1) {
    const anchor = walked.events[event * 2] ?? 0;
    const end = walked.events[event * 2 + 1] ?? 0;
    const start = end - (lengthOf[anchor] ?? 0);
    const at = entryOf[anchor] ?? 0;
    const entry = entries[at];
    if (entry === undefined) continue;
    if (entry.is === 'signal') signals.add(entry.signal, start, end);
    else if (entry.is === 'code') codeHits.push({ listed: entry.listed, start });
    else if (entry.is === 'codeContext') contexts.push({ scheme: entry.context.scheme, end });
    else if (entry.is === 'partNumber') guarded.push({ entry, start, end });
    else {
      const reached = phraseEnd(walkedText, entry.phrase, end);
      if (reached === -1) continue;
      if (entry.is === 'role') {
        roles.push({ word: entry.word, start, end: reached });
        continue;
      }
      const count = (counts.get(at) ?? 0) + 1;
      counts.set(at, count);
      if (count > MOST_OF_ONE) continue;
      if (entry.is === 'goods') guarded.push({ entry, start, end: reached });
      else {
        const from = originalStart(walkedText, start);
        const to = originalEnd(walkedText, reached);
        if (scriptAgrees(text, from, to, entry.phrase)) (entry.is === 'intent' ? intents : places).push({ start, end: reached, from, to, named: entry.named });
      }
    }
  }
  // guards look both ways, so they wait for the end of the text
  for (const { entry, start, end } of guarded) {
    if (!signals.allow(entry.guards, start, end, walkedText)) continue;
    const { term } = entry;
    if (entry.is === 'partNumber') {
      const found = partNumberAt(walkedText, entry.pattern, start);
      if (found !== null) terms.push({ ...found, term });
      continue;
    }
    const from = originalStart(walkedText, start);
    const to = originalEnd(walkedText, end);
    if (scriptAgrees(text, from, to, entry.phrase) && (entry.cased === null || caseAgrees(text, from, to, entry.cased))) terms.push({ start, end, from, to, term });
  }
  return { terms, intents, places, roles, codes: findCodes(walkedText, codeHits, contexts) };
}

/** Longest part number or code, in UTF-16 units of the original. */
const WINDOW = 72;

interface Window {
  readonly from: number;
  /** Folded with case kept. */
  readonly text: string;
  /** UTF-16 offset in the original at which the first `length` folded units end. */
  endOf(length: number): number;
}

/** The text at a folded position, long enough for a part number or a code. */
function windowAt({ text, walked }: WalkedText, start: number): Window {
  const from = walked.starts[start] ?? 0;
  const slice = text.slice(from, from + WINDOW);
  const plain = PLAIN.exec(slice)?.[0] ?? '';
  // plain ASCII, as nearly all are, folds to itself
  if (plain.length === slice.length || /[\s\u2e80-\u9fff]/.test(slice.charAt(plain.length))) return { from, text: plain, endOf: (length) => from + length };
  const folded = foldText(slice, { keepCase: true });
  return { from, text: folded.text, endOf: (length) => from + folded.originalSpan(0, length).end };
}

const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*/;

function partNumberAt(walkedText: WalkedText, pattern: RegExp, start: number): Found | null {
  const { from, text, endOf } = windowAt(walkedText, start);
  pattern.lastIndex = 0;
  const length = pattern.exec(text)?.[0].length ?? 0;
  return length === 0 ? null : { start, end: start + length, from, to: endOf(length) };
}

/** Codes of the catalogue that are announced, or written as only such codes are; and codes announced but not listed. */
function findCodes(walkedText: WalkedText, hits: readonly { readonly listed: ListedCode; readonly start: number }[], contexts: readonly { readonly scheme: CodeScheme; readonly end: number }[]): FoundCode[] {
  const found = new Map<string, FoundCode>();
  const announcedAt = new Map<CodeScheme, number[]>();
  for (const { scheme, end } of contexts) {
    const ends = announcedAt.get(scheme) ?? [];
    announcedAt.set(scheme, ends);
    ends.push(end);
  }
  const take = (scheme: CodeScheme, start: number, listed: ListedCode | null, announced: boolean): void => {
    if (!announced && !MAY_STAND_ALONE.has(scheme) && start !== 0) return;
    const { from, text, endOf } = windowAt(walkedText, start);
    const read = readCode(scheme, text);
    if (read === null) return;
    if (listed !== null && !covers(listed, read.code)) return;
    const written = text.slice(0, read.length);
    const opensTitle = scheme === 'fsc' && start === 0 && text.startsWith('--', 2);
    if (!announced && !opensTitle && !standsAlone(scheme, written, read.code, listed)) return;
    const key = `${SCHEME_NAMES[scheme]}:${start}`;
    const known = found.get(key);
    if (known === undefined && found.size >= MOST_CODES) return;
    const all = [...(known?.listed ?? []), ...(listed === null || known?.listed.some(({ concept }) => concept === listed.concept) === true ? [] : [listed])];
    found.set(key, { start, end: start + read.length, from, to: endOf(read.length), scheme, code: read.code, listed: all });
  };
  for (const { listed, start } of hits) take(listed.scheme, start, listed, isAnnounced(announcedAt, listed.scheme, start));
  for (const { scheme, end } of contexts) {
    if (scheme !== 'hs' && scheme !== 'eccn' && scheme !== 'cnControl') continue;
    const start = nextDigit(walkedText, end);
    if (start !== -1 && !found.has(`${SCHEME_NAMES[scheme]}:${start}`)) take(scheme, start, null, true);
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

function covers({ scheme, code }: ListedCode, read: string): boolean {
  if (scheme === 'hs' || scheme === 'okpd2' || scheme === 'fsc' || scheme === 'cnProcurement') return read.startsWith(code);
  return read === code || ((scheme === 'eccn' || scheme === 'cnControl') && read.startsWith(`${code}.`));
}

/** Schemes some of whose codes need no word that announces them. */
const MAY_STAND_ALONE: ReadonlySet<CodeScheme> = new Set<CodeScheme>(['hs', 'cnTariff', 'eccn', 'cnControl', 'okpd2']);

/** Whether a code says what it is without a word that announces it. */
function standsAlone(scheme: CodeScheme, written: string, code: string, listed: ListedCode | null): boolean {
  if (scheme === 'hs') return hasTariffPunctuation(written);
  if (scheme === 'cnTariff') return listed !== null;
  if (scheme === 'eccn' || scheme === 'cnControl') return /^\d[A-E]\d{3}\.[a-z]/.test(code);
  return scheme === 'okpd2' && code.length >= 12;
}

function isAnnounced(announcedAt: ReadonlyMap<CodeScheme, readonly number[]>, scheme: CodeScheme, start: number): boolean {
  const near = (of: CodeScheme): boolean => {
    const ends = announcedAt.get(of) ?? [];
    const last = ends[firstAbove(ends, start) - 1];
    return last !== undefined && start - last <= CONTEXT_REACH;
  };
  if (scheme === 'cnTariff') return near('hs') || near('cnControl');
  if (scheme === 'eccn' || scheme === 'cnControl') return near('eccn') || near('cnControl');
  return near(scheme);
}

/** Folded position of the first digit within a few units after an announcing word, or -1. */
function nextDigit({ walked, alphabet, text }: WalkedText, end: number): number {
  const most = Math.min(walked.length, end + 16);
  for (let at = end; at < most; at += 1) {
    const code = text.charCodeAt(walked.starts[at] ?? 0);
    if (code >= 0x30 && code <= 0x39) return at;
    if (walked.classes[at] === 2 || alphabet.wordness[walked.classes[at] ?? 0] === 2) {
      // 海关编码为 8543…: a Han character or two may stand between, an empty line not
      if (walked.classes[at] === 2 || at - end > 4) return -1;
    }
  }
  return -1;
}
