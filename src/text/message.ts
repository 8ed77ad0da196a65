import { foldText } from './fold.ts';

/** A message reduced to what it says: width, case, traditional characters, white space, punctuation and the two spellings of 帐/账 do not matter. */
export function foldMessage(text: string): string {
  return foldText(text, { keepLookAlikes: true })
    .text.replace(/[账帐]/g, '帐')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** True where a folded text says one of the folded messages and at most `slack` characters more. */
export function says(folded: string, messages: readonly string[], slack: number): boolean {
  return messages.some((message) => folded.length <= message.length + slack && folded.includes(message));
}

/** True where so many letters and digits stand anywhere in a text. Linear, and ends at the last of them. */
export function saysSomething(text: string, least: number): boolean {
  return (
    text
      .matchAll(/[\p{L}\p{N}]/gu)
      .take(least)
      .toArray().length === least
  );
}
