import { KIND, foldTable } from '../text/fold-table.ts';
import { clusterEnd, foldedUnits, spaceRun } from '../text/fold.ts';
import type { Alphabet } from './alphabet.ts';
import { BLANK_CLASS, CLASS, MARK_CLASS, WORDNESS } from './alphabet.ts';
import type { Automaton } from './automaton.ts';
import { edgeSlot, nextSlot } from './edge-table.ts';

/** What one walk over a text leaves: its classes, where each came from, and the anchors met. Reused from text to text. */
export interface Walked {
  /** Class of each folded unit. */
  classes: Uint16Array;
  /** UTF-16 offset in the original at which each folded unit begins. */
  starts: Int32Array;
  /** Number of folded units. */
  length: number;
  /** Pairs: anchor, end of its match in folded units. In the order of ends. */
  events: Int32Array;
  /** Number of pairs. */
  eventCount: number;
}

export function newWalked(): Walked {
  return { classes: new Uint16Array(4096), starts: new Int32Array(4096), length: 0, events: new Int32Array(1024), eventCount: 0 };
}

/** Slack for what one character may expand to under NFKC. */
const SLACK = 64;

/**
 * Folds and matches in one pass: each UTF-16 unit goes through the table of the alphabet straight into the automaton. The folding is
 * that of `foldText`, with look-alikes as Latin letters. Linear time; `walked` is overwritten.
 */
export function walk(text: string, alphabet: Alphabet, automaton: Automaton, walked: Walked): void {
  const length = text.length;
  if (walked.classes.length < length + SLACK) {
    walked.classes = new Uint16Array(length + SLACK);
    walked.starts = new Int32Array(length + SLACK);
  }
  const { ofRaw, wordness } = alphabet;
  const { hot, narrow, rows, first, edges, mayHave, mask, fail, report, nextMatch, size } = automaton;
  let { classes, starts, events } = walked;
  let count = 0;
  let eventCount = 0;
  let state = 0;
  let before: number = WORDNESS.none;
  let index = 0;
  let next = length > 0 ? ofRaw[text.charCodeAt(0)]! : 0;
  while (index < length) {
    let letter = next;
    const start = index;
    index += 1;
    next = index < length ? ofRaw[text.charCodeAt(index)]! : 0;
    if (letter >= BLANK_CLASS || next === MARK_CLASS) {
      if (letter === BLANK_CLASS && next < BLANK_CLASS && before !== WORDNESS.han) letter = CLASS.gap;
      else {
        const { end, letters } = foldSpecial(text, start, before, alphabet);
        index = end;
        next = index < length ? ofRaw[text.charCodeAt(index)]! : 0;
        if (count + (length - index) + letters.length + SLACK > classes.length) {
          classes = walked.classes = grown(classes, new Uint16Array(classes.length * 2 + SLACK));
          starts = walked.starts = grown(starts, new Int32Array(starts.length * 2 + SLACK));
        }
        for (const each of letters) {
          const now = wordness[each]!;
          if (now === WORDNESS.word && before !== WORDNESS.word) state = step(automaton, state, CLASS.wordStart);
          state = step(automaton, state, each);
          before = now;
          classes[count] = each;
          starts[count] = start;
          count += 1;
          for (let match = report[state]!; match !== -1; match = nextMatch[match]!) {
            if (eventCount * 2 >= events.length) events = walked.events = grown(events, new Int32Array(events.length * 2));
            events[eventCount * 2] = match;
            events[eventCount * 2 + 1] = count;
            eventCount += 1;
          }
        }
        continue;
      }
    }
    const now = wordness[letter]!;
    // step() written out, once or, where a word begins, twice: here a call would cost as much as the step
    let by: number = now === WORDNESS.word && before !== WORDNESS.word ? CLASS.wordStart : letter;
    before = now;
    for (;;) {
      let at = state;
      for (;;) {
        if (at < hot && by < narrow) {
          state = rows[at * narrow + by]!;
          break;
        }
        if (at === 0) {
          state = first[by]!;
          break;
        }
        if (((mayHave[at]! >>> (by & 31)) & 1) === 0) {
          at = fail[at]!;
          continue;
        }
        const key = at * size + by;
        let slot = edgeSlot(key, mask);
        let found = edges[slot]!;
        while (found !== key && found !== 0) {
          slot = nextSlot(slot, mask);
          found = edges[slot]!;
        }
        if (found === key) {
          state = edges[slot + 1]!;
          break;
        }
        at = fail[at]!;
      }
      if (by === letter) break;
      by = letter;
    }
    classes[count] = letter;
    starts[count] = start;
    count += 1;
    for (let match = report[state]!; match !== -1; match = nextMatch[match]!) {
      if (eventCount * 2 >= events.length) events = walked.events = grown(events, new Int32Array(events.length * 2));
      events[eventCount * 2] = match;
      events[eventCount * 2 + 1] = count;
      eventCount += 1;
    }
  }
  walked.length = count;
  walked.eventCount = eventCount;
}

/** The state after one more class. */
function step({ hot, narrow, rows, first, edges, mask, fail, size }: Automaton, state: number, by: number): number {
  for (let at = state; ; at = fail[at]!) {
    if (at < hot && by < narrow) return rows[at * narrow + by]!;
    if (at === 0) return first[by]!;
    const key = at * size + by;
    let slot = edgeSlot(key, mask);
    while (edges[slot] !== key && edges[slot] !== 0) slot = nextSlot(slot, mask);
    if (edges[slot] === key) return edges[slot + 1]!;
  }
}

/** Folds what the table cannot say of one unit: white space, dropped characters, clusters, what expands, what lies beyond the basic plane. */
function foldSpecial(
  text: string,
  start: number,
  before: number,
  { ofFolded }: Alphabet,
): { readonly end: number; readonly letters: number[] } {
  const { kind } = foldTable();
  const what = kind[text.charCodeAt(start)];
  const letters: number[] = [];
  if (what === KIND.space) {
    const { end, unit, joins } = spaceRun(text, start, kind);
    if (unit === 0x0a) letters.push(CLASS.lineBreak);
    else if (!(joins && before === WORDNESS.han)) letters.push(CLASS.gap);
    return { end, letters };
  }
  const end = clusterEnd(text, start, kind);
  if (what !== KIND.drop) for (const unit of foldedUnits(text, start, end, false)) letters.push(ofFolded[unit]!);
  return { end, letters };
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
