import type { Span } from '../model/span.ts';

/** A piece of a text with what is marked in it; marks are offsets in the piece. */
export interface Snippet {
  /** Where it begins in the text, UTF-16. */
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Span[];
}

const BEFORE = 50;
const LENGTH = 160;
const MOST = 3;

/** Pieces of a text around its marks, at most three; without marks its beginning. */
export function snippetsOf(text: string, marks: readonly Span[]): readonly Snippet[] {
  if (marks.length === 0) return text === '' ? [] : [cut(text, 0, marks)];
  const snippets: Snippet[] = [];
  let done = 0;
  for (const { start } of marks) {
    if (start < done) continue;
    if (snippets.length === MOST) break;
    const snippet = cut(text, Math.max(done, start - BEFORE), marks);
    snippets.push(snippet);
    done = snippet.start + snippet.text.length;
  }
  return snippets;
}

function cut(text: string, from: number, marks: readonly Span[]): Snippet {
  const start = whole(text, from);
  const end = whole(text, Math.min(text.length, start + LENGTH));
  const within = marks.flatMap((mark) => {
    const [at, to] = [Math.max(mark.start, start) - start, Math.min(mark.end, end) - start];
    return at < to ? [{ start: at, end: to }] : [];
  });
  return { start, text: text.slice(start, end), marks: within };
}

/** Not between the two halves of a character. */
function whole(text: string, at: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}
