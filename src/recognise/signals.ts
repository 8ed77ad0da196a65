import type { RoleWord } from '../catalogue/catalogue.ts';
import { columnsOf } from '../text/columns.ts';
import type { CompiledGuards, Program } from './compile.ts';
import type { WalkedText } from './verify.ts';

/** Words met on the way that decide about terms near them: in the order of their ends. */
export class Signals {
  readonly #seen: Uint8Array;
  readonly #touches: Uint8Array;
  readonly #ids: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor({ signalCount, signalTouches }: Program) {
    this.#seen = new Uint8Array(signalCount);
    this.#touches = signalTouches;
  }

  add(signal: number, start: number, end: number): void {
    this.#seen[signal] = 1;
    this.#ids.push(signal);
    this.#starts.push(start);
    this.#ends.push(end);
  }

  /** True where a term at `start`–`end` stands: nothing that speaks against it in its clause, and what it needs somewhere. */
  allow(guards: CompiledGuards, start: number, end: number, text: WalkedText): boolean {
    if (guards.needs.length > 0 && !guards.needs.some((signal) => this.#seen[signal] === 1)) return false;
    if (guards.notBefore.size > 0) {
      const from = clauseStart(text, start, guards.reach);
      for (let at = firstAbove(this.#ends, start) - 1; at >= 0 && (this.#ends[at] ?? 0) > from; at -= 1) {
        const id = this.#ids[at] ?? 0;
        if (guards.notBefore.has(id) && (this.#starts[at] ?? 0) >= from && (this.#touches[id] === 0 || this.#ends[at] === start))
          return false;
      }
    }
    if (guards.notAfter.size > 0) {
      const to = clauseEnd(text, end, guards.reach);
      for (let at = firstAbove(this.#ends, end); at < this.#ends.length && (this.#ends[at] ?? 0) <= to; at += 1) {
        const id = this.#ids[at] ?? 0;
        if (guards.notAfter.has(id) && (this.#starts[at] ?? 0) >= end && (this.#touches[id] === 0 || this.#starts[at] === end))
          return false;
      }
    }
    return guards.beside === null || this.#hasBeside(guards.beside, guards.reach, start, end, text);
  }

  /** Whether one of these words stands in the clause of what stands at `start`–`end`, outside of it. */
  #hasBeside(words: ReadonlySet<number>, reach: number, start: number, end: number, text: WalkedText): boolean {
    const [from, to] = [clauseStart(text, start, reach), clauseEnd(text, end, reach)];
    for (let at = firstAbove(this.#ends, from); at < this.#ends.length && (this.#ends[at] ?? 0) <= to; at += 1) {
      const [begins, ends] = [this.#starts[at] ?? 0, this.#ends[at] ?? 0];
      if (words.has(this.#ids[at] ?? 0) && begins >= from && (ends <= start || begins >= end)) return true;
    }
    return false;
  }
}

/** A role word found. */
export interface RoleHit {
  readonly word: RoleWord;
  readonly start: number;
  readonly end: number;
}

/** First index whose value is greater, in a list in ascending order. */
export function firstAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Start of the clause before `start`, at most `reach` units back. */
export function clauseStart(text: WalkedText, start: number, reach: number): number {
  const least = Math.max(0, start - reach);
  for (let at = start; at > least; at -= 1) if (isStop(text, at - 1) || beginsLine(text, at)) return at;
  return least;
}

/** End of the clause after `end`, at most `reach` units on. */
export function clauseEnd(text: WalkedText, end: number, reach: number): number {
  const most = Math.min(text.walked.length, end + reach);
  for (let at = end; at < most; at += 1) if ((isStop(text, at) && !isWithinName(text, at)) || beginsLine(text, at)) return at;
  return most;
}

/** The comma of an inverted name, CANOPY,TENT: a clause that ends would have a blank behind it. */
function isWithinName({ text, walked: { starts } }: WalkedText, at: number): boolean {
  const comma = starts[at]!;
  return text.charCodeAt(comma) === 0x2c && isLatinLetter(text.charCodeAt(comma - 1)) && isLatinLetter(text.charCodeAt(comma + 1));
}

function isLatinLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isStop({ walked, alphabet }: WalkedText, at: number): boolean {
  return alphabet.isStop[walked.classes[at]!] === 1;
}

/** Columns after which a line may have been broken because it was full; Han characters take two. */
const FULL_LINE = 60;

/** True where a line begins at a folded unit that does not go on with the line before: a line that was full may have been broken within its clause. */
function beginsLine({ text, walked: { starts } }: WalkedText, at: number): boolean {
  if (at === 0) return true;
  const from = starts[at - 1]!;
  let end = starts[at]! - 1;
  while (end >= from && text.charCodeAt(end) !== 0x0a) end -= 1;
  if (end < from) return false;
  const before = text.slice(Math.max(0, end - FULL_LINE), end);
  return columnsOf(before.slice(before.lastIndexOf('\n') + 1)) < FULL_LINE;
}
