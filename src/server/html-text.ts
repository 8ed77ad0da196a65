import { escaped } from '../text/escaped.ts';

/** A sentence whose `words between backticks` are code. */
export function prose(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
