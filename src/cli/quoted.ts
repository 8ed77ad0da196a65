import { terminalLine } from './terminal-text.ts';

/** Quotations, and entries of a list, in a line. */
const MOST = 6;

/** A piece of a notice in quotation marks, safe for a terminal. */
export function quoted(text: string): string {
  return `“${terminalLine(text)}”`;
}

/** The first few, and how many more there are. */
export function fewOf(texts: readonly string[], between: string): string {
  return texts.slice(0, MOST).join(between) + (texts.length > MOST ? ` … (${texts.length - MOST} more)` : '');
}
