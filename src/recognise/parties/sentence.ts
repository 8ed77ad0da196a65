/** Farthest that a sentence is followed, so that a text without stops costs no more than any other. */
const LONGEST = 400;
const STOP = /[\n。！？!?；;]|\.(?=\s+\p{Lu})/gu;

/** End of the sentence that goes on at `from`: its stop, or {@link LONGEST} characters further. */
export function sentenceEnd(text: string, from: number): number {
  const window = text.slice(from, from + LONGEST);
  STOP.lastIndex = 0;
  return from + (STOP.exec(window)?.index ?? window.length);
}

/** Beginning of the sentence that goes on at `to`, not farther back than `reach` characters. */
export function sentenceStart(text: string, to: number, reach: number): number {
  const from = Math.max(0, to - reach);
  const window = text.slice(from, to);
  let start = 0;
  for (const { index } of window.matchAll(STOP)) start = index + 1;
  return from + start;
}
