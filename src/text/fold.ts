import type { Span } from '../model/span.ts';
import { KIND, MARKS_PER_BASE, foldCluster, foldTable } from './fold-table.ts';
import { resolveLookAlikes } from './look-alikes.ts';

/** A text brought to one form for comparison, with the way back. */
export interface Folded {
  readonly text: string;
  /**
   * The part of the original that gave `text.slice(start, end)`, in UTF-16 offsets: the smallest run of whole characters
   * (with their combining marks). An empty range gives an empty span.
   */
  originalSpan(start: number, end: number): Span;
}

/** Folds with case kept, or with look-alike letters left as they are. */
export interface FoldOptions {
  readonly keepCase?: boolean;
  readonly keepLookAlikes?: boolean;
}

/**
 * NFKC, lower case, Traditional → simplified Han, ё → е, Latin letters without diacritics; zero-width characters and soft hyphens
 * go; white space becomes one blank (one line break where a line is left empty) and goes between Han characters unless a
 * line is left empty; a word that mixes Latin and Cyrillic look-alikes becomes one alphabet. Time and space are linear.
 */
export function foldText(text: string, options: FoldOptions = {}): Folded {
  const cased = options.keepCase === true;
  const table = foldTable();
  const units = cased ? table.cased : table.unit;
  const { kind } = table;
  const same = text.length <= SHORT ? foldOneByOne(text, units, kind) : undefined;
  if (same !== undefined) return { text: same, originalSpan: (start, end) => sameSpan(same, start, end) };
  const out: number[] = [];
  const starts: number[] = [];
  let afterHan = false;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const what = kind[code] ?? KIND.other;
    if (what === KIND.space) {
      const run = spaceRun(text, index, kind);
      if (!(afterHan && run.joins)) {
        out.push(run.unit);
        starts.push(index);
        afterHan = false;
      }
      index = run.end;
      continue;
    }
    const end = clusterEnd(text, index, kind);
    if (what < KIND.drop && end === index + 1) {
      out.push(units[code] ?? code);
      starts.push(index);
      afterHan = what === KIND.han;
    } else if (what !== KIND.drop) {
      for (const unit of foldedUnits(text, index, end, cased)) {
        out.push(unit);
        starts.push(index);
        afterHan = isHanUnit(unit, kind);
      }
    }
    index = end;
  }
  const folded = textOf(options.keepLookAlikes === true ? out : resolveLookAlikes(out, kind));
  return { text: folded, originalSpan: (start, end) => originalSpan(text, starts, start, end, kind) };
}

/** Texts as long as names and sentences are, of which most change letter by letter. */
const SHORT = 400;

/** A text folded unit by unit, where that is all there is to do: letters of one alphabet without marks, single blanks. */
function foldOneByOne(text: string, units: Uint16Array, kind: Uint8Array): string | undefined {
  const out: number[] = [];
  let alphabets = 0;
  let before: number = KIND.other;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const what = kind[code]!;
    if (what >= KIND.drop) return undefined;
    if (what === KIND.space) {
      if ((code !== 0x20 && code !== 0x0a) || before === KIND.space || before === KIND.han) return undefined;
      out.push(0x20);
    } else {
      alphabets |= 1 << what;
      out.push(units[code]!);
    }
    before = what;
  }
  return (alphabets & BOTH_ALPHABETS) === BOTH_ALPHABETS ? undefined : String.fromCharCode(...out);
}

const BOTH_ALPHABETS = (1 << KIND.latin) | (1 << KIND.cyrillic);

function sameSpan(text: string, start: number, end: number): Span {
  if (start < 0 || end < start || end > text.length)
    throw new RangeError(`no span ${start}–${end} in a folded text of ${text.length} units`);
  return { start, end };
}

/** Folded units of the cluster `text.slice(start, end)`; marks past {@link MARKS_PER_BASE} are left out. */
export function foldedUnits(text: string, start: number, end: number, cased: boolean): readonly number[] {
  const code = text.charCodeAt(start);
  if (end === start + 1) return singleUnits(code, cased);
  if (end === start + 2 && (code & 0xfc00) === 0xd800 && !changesBeyondBasicPlane(text.codePointAt(start) ?? 0))
    return [code, text.charCodeAt(start + 1)];
  return unitsOf(foldCluster(text.slice(start, Math.min(end, start + 2 + MARKS_PER_BASE)), cased));
}

/** What single units expand to, once asked: at most as many as there are such units. */
const expansions = { cased: new Map<number, readonly number[]>(), lower: new Map<number, readonly number[]>() };

function singleUnits(code: number, cased: boolean): readonly number[] {
  const known = cased ? expansions.cased : expansions.lower;
  let units = known.get(code);
  if (units === undefined) {
    units = unitsOf(foldCluster(String.fromCharCode(code), cased));
    known.set(code, units);
  }
  return units;
}

/** False for emoji and for Han characters without a compatibility form: they fold to themselves. */
function changesBeyondBasicPlane(codePoint: number): boolean {
  return !((codePoint >= 0x1f300 && codePoint < 0x1fbf0) || (codePoint >= 0x2_0000 && codePoint < 0x2_f800));
}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/** End of the character at `start`: a surrogate pair is one, combining marks belong to what they follow. */
export function clusterEnd(text: string, start: number, kind: Uint8Array): number {
  let end = start + 1;
  const code = text.charCodeAt(start);
  if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end += 1;
  if (kind[code] === KIND.drop || kind[code] === KIND.space) return end;
  while (end < text.length && kind[text.charCodeAt(end)] === KIND.mark) end += 1;
  return end;
}

/** True for a Han character of the basic plane; the rare ones beyond it are no parts of words here. */
function isHanUnit(unit: number, kind: Uint8Array): boolean {
  return kind[unit] === KIND.han;
}

export interface SpaceRun {
  readonly end: number;
  /** What the run folds to: a blank, or a line break where it leaves a line empty. */
  readonly unit: number;
  /** True where a Han character follows and no line is left empty: after another one the run vanishes. */
  readonly joins: boolean;
}

/** The white space (and zero-width characters in it) that begins at `start`. */
export function spaceRun(text: string, start: number, kind: Uint8Array): SpaceRun {
  let end = start;
  let breaks = 0;
  let last = 0;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const what = kind[code];
    if (what !== KIND.space && what !== KIND.drop) break;
    if (code === 0x2029) breaks += 2;
    else if (code === 0x0d || code === 0x85 || code === 0x2028 || (code === 0x0a && last !== 0x0d)) breaks += 1;
    last = code;
    end += 1;
  }
  const unit = breaks > 1 ? 0x0a : 0x20;
  return { end, unit, joins: breaks < 2 && end < text.length && startsHan(text, end, kind) };
}

/** True where the character at `index` folds to something that begins with Han. */
function startsHan(text: string, index: number, kind: Uint8Array): boolean {
  const code = text.charCodeAt(index);
  const what = kind[code] ?? KIND.other;
  if (what === KIND.han) return true;
  if (what !== KIND.expand && what !== KIND.surrogate) return false;
  const first = foldedUnits(text, index, clusterEnd(text, index, kind), false)[0];
  return first !== undefined && isHanUnit(first, kind);
}

function originalSpan(text: string, starts: readonly number[], start: number, end: number, kind: Uint8Array): Span {
  if (start < 0 || end < start || end > starts.length)
    throw new RangeError(`no span ${start}–${end} in a folded text of ${starts.length} units`);
  if (start === end) {
    const at = starts[start] ?? text.length;
    return { start: at, end: at };
  }
  const first = starts[start] ?? 0;
  const last = starts[end - 1] ?? 0;
  const isSpace = kind[text.charCodeAt(last)] === KIND.space;
  return { start: first, end: isSpace ? spaceRun(text, last, kind).end : clusterEnd(text, last, kind) };
}

function textOf(units: readonly number[]): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.slice(at, at + 8192));
  return text;
}
