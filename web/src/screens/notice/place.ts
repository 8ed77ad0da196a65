import { useSyncExternalStore } from 'react';
import { listenersOf } from '../../look/listeners.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where somebody is in the text of a notice: spans that are shown, and whether they were chosen in the text or in the evidence beside it. */
export interface Place {
  readonly notice: string;
  readonly spans: readonly Span[];
  readonly chosenIn: 'text' | 'evidence';
}

let place: Place | undefined;
let revealed: ReadonlySet<string> = new Set();
const changes = listenersOf();

/** Shows spans of a notice in its text, or none. The reader scrolls to what was chosen in the evidence; the evidence to what was chosen in the text. */
export function showSpans(notice: string, spans: readonly Span[], chosenIn: Place['chosenIn']): void {
  place = spans.length === 0 ? undefined : { notice, spans, chosenIn };
  changes.tell();
}

export function usePlace(notice: string): Place | undefined {
  const now = useSyncExternalStore(changes.subscribe, () => place);
  return now?.notice === notice ? now : undefined;
}

/** Contacts and names of private persons of this notice are asked for in full, until the page is left. */
export function reveal(notice: string, shown: boolean): void {
  revealed = shown ? revealed.union(new Set([notice])) : revealed.difference(new Set([notice]));
  changes.tell();
}

export function useRevealed(notice: string): boolean {
  return useSyncExternalStore(changes.subscribe, () => revealed.has(notice));
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
