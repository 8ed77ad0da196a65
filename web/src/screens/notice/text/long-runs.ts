/** A stretch of text; `long` where it has no place to break for so long that it would leave the page. */
export interface Run {
  readonly text: string;
  readonly long: boolean;
}

/** Letters without a blank from which on a run may be broken anywhere; words of the languages of notices are shorter, addresses longer. */
const LONG = 26;

/** Where a line may end. */
const BREAK = /[\s\p{Script=Han}]/u;

/** Cuts a text where a run is so long that it must be broken somewhere; all else breaks where its language breaks. The runs are the text again. Linear, and of runs of any length: a repetition in a pattern runs out of stack on millions. */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let kept = 0;
  let begin = 0;
  let letters = 0;
  const end = (at: number): void => {
    if (letters < LONG) return;
    if (begin > kept) runs.push({ text: text.slice(kept, begin), long: false });
    runs.push({ text: text.slice(begin, at), long: true });
    kept = at;
  };
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0;
    const width = point > 0xffff ? 2 : 1;
    if (isBreak(point)) {
      end(at);
      begin = at + width;
      letters = 0;
    } else letters++;
    at += width;
  }
  end(text.length);
  if (kept < text.length) runs.push({ text: text.slice(kept), long: false });
  return runs;
}

/** Nothing above the blank up to the Ogham space is a break, but the no-break space: the pattern is asked of the rest. */
function isBreak(point: number): boolean {
  return (point <= 0x20 || point === 0xa0 || point >= 0x1680) && BREAK.test(String.fromCodePoint(point));
}
