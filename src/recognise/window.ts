import { foldText } from '../text/fold.ts';
import type { WalkedText } from './verify.ts';

/** Longest part number or code, in UTF-16 units of the original. */
const WINDOW = 72;

/** A stretch of the original from a folded position on. */
export interface Window {
  readonly from: number;
  /** Folded with case kept. */
  readonly text: string;
  /** UTF-16 offset in the original at which the first `length` folded units end. */
  endOf(length: number): number;
}

/** The text at a folded position, long enough for a part number or a code. */
export function windowAt({ text, walked }: WalkedText, start: number): Window {
  const from = walked.starts[start] ?? 0;
  const whole = text.slice(from, from + WINDOW);
  // a wide stop ends what stands here, and folded it would look like the comma of a number: 8542.31，5000个
  const stop = whole.search(WIDE_STOP);
  const slice = stop === -1 ? whole : whole.slice(0, stop);
  const plain = PLAIN.exec(slice)?.[0] ?? '';
  // plain ASCII, as nearly all are, folds to itself
  if (plain.length === slice.length || /[\s\u2e80-\u9fff]/.test(slice.charAt(plain.length)))
    return { from, text: plain, endOf: (length) => from + length };
  const folded = foldText(slice, { keepCase: true });
  return { from, text: folded.text, endOf: (length) => from + folded.originalSpan(0, length).end };
}

const WIDE_STOP = /[，、；。]/;

const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*/;
