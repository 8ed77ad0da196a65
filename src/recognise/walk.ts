import { KIND, foldTable } from '../text/fold-table.ts';
import { clusterEnd, foldedUnits, isHanUnit } from '../text/fold.ts';
import type { Alphabet } from './alphabet.ts';
import { CLASS, MARK_CLASS, WORDNESS } from './alphabet.ts';
import type { Automaton } from './automaton.ts';
import { edgeSlot, nextSlot } from './automaton.ts';

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
  const { ofRaw, ofFolded, wordness } = alphabet;
  const { dense, table, mask, fail, report, matchAnchor, matchNext, size } = automaton;
  const { kind } = foldTable();
  let { classes, starts, events } = walked;
  let count = 0;
  let eventCount = 0;
  let state = 0;
  let before: number = WORDNESS.none;
  // a character that the table cannot fold alone leaves its classes here, to be fed one by one
  const pending: number[] = [];
  let pendingAt = 0;
  let index = 0;
  let start = 0;
  let next = length > 0 ? ofRaw[text.charCodeAt(0)]! : 0;
  for (;;) {
    let letter: number;
    if (pendingAt < pending.length) {
      letter = pending[pendingAt]!;
      pendingAt += 1;
    } else {
      if (index >= length) break;
      letter = next;
      start = index;
      index += 1;
      next = index < length ? ofRaw[text.charCodeAt(index)]! : 0;
      if (letter >= MARK_CLASS || next === MARK_CLASS) {
        pending.length = 0;
        pendingAt = 0;
        if (letter >= MARK_CLASS && kind[text.charCodeAt(start)] === KIND.space) {
          // the commonest case by far: one blank between words
          if (next < MARK_CLASS && before !== WORDNESS.han && text.charCodeAt(start) !== 0x2029) letter = CLASS.gap;
          else {
            const end = feedSpace(text, start, before, kind, pending);
            index = end;
            next = index < length ? ofRaw[text.charCodeAt(index)]! : 0;
            continue;
          }
        } else {
          const end = clusterEnd(text, start, kind);
          const what = kind[text.charCodeAt(start)];
          if (what !== KIND.drop) for (const unit of foldedUnits(text, start, end, false)) pending.push(ofFolded[unit]!);
          index = end;
          next = index < length ? ofRaw[text.charCodeAt(index)]! : 0;
          if (count + (length - index) + pending.length + SLACK > classes.length) {
            classes = walked.classes = grown(classes, new Uint16Array(classes.length * 2 + SLACK));
            starts = walked.starts = grown(starts, new Int32Array(starts.length * 2 + SLACK));
          }
          continue;
        }
      }
    }
    const now = wordness[letter]!;
    // one step of the automaton, or two where a word begins; written here, since a call would cost as much as the step
    let by: number = now === WORDNESS.word && before !== WORDNESS.word ? CLASS.wordStart : letter;
    before = now;
    for (;;) {
      let at = state;
      for (;;) {
        if (at < 2) {
          state = dense[at * size + by]!;
          break;
        }
        const key = at * size + by;
        let slot = edgeSlot(key, mask);
        let found = table[slot]!;
        while (found !== key && found !== 0) {
          slot = nextSlot(slot, mask);
          found = table[slot]!;
        }
        if (found === key) {
          state = table[slot + 1]!;
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
    let match = report[state]!;
    if (match === -1) continue;
    do {
      if (eventCount * 2 >= events.length) events = walked.events = grown(events, new Int32Array(events.length * 2));
      events[eventCount * 2] = matchAnchor[match]!;
      events[eventCount * 2 + 1] = count;
      eventCount += 1;
      match = matchNext[match]!;
    } while (match !== -1);
  }
  walked.length = count;
  walked.eventCount = eventCount;
}

/** Feeds the class of a run of white space, or none where it stands between Han characters; gives the end of the run. */
function feedSpace(text: string, start: number, before: number, kind: Uint8Array, pending: number[]): number {
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
  if (breaks > 1) pending.push(CLASS.lineBreak);
  else if (before !== WORDNESS.han || !hanAt(text, end, kind)) pending.push(CLASS.gap);
  return end;
}

function hanAt(text: string, index: number, kind: Uint8Array): boolean {
  if (index >= text.length) return false;
  const what = kind[text.charCodeAt(index)];
  if (what === KIND.han) return true;
  if (what !== KIND.expand && what !== KIND.surrogate) return false;
  const first = foldedUnits(text, index, clusterEnd(text, index, kind), false)[0];
  return first !== undefined && isHanUnit(first, kind);
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
