/** A stretch of text; `long` where it has no place to break for so long that it would leave the page. */
export interface Run {
  readonly text: string;
  readonly long: boolean;
}

/** Letters without a blank from which on a run may be broken anywhere; words of the languages of notices are shorter, addresses longer. */
const LONG = /[^\s\p{Script=Han}]{26,}/gu;

/** Cuts a text where a run is so long that it must be broken somewhere; all else breaks where its language breaks. The runs are the text again. Linear. */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(LONG)) {
    if (index > at) runs.push({ text: text.slice(at, index), long: false });
    runs.push({ text: found, long: true });
    at = index + found.length;
  }
  if (at < text.length) runs.push({ text: text.slice(at), long: false });
  return runs;
}
