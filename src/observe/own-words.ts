import type { LearnedPage } from '../model/learned-page.ts';
import { printWords } from '../text/print-words.ts';
import { share } from './compare-prints.ts';
import { withoutNumbers } from './fresh-lines.ts';
import type { SeenPage } from './page-judgement.ts';
import { NOTHING_LEFT } from './what-is-left.ts';

/** Fewer words say nothing of whether a notice stands. */
const FEW_WORDS = 5;
/** A title stands at few places of its page; more are not looked at. */
const MOST_PLACES = 10;

/** The words that are the notice's alone: those of its text, without titles of other notices, which a page of the site without a notice has not. */
export function ownWords(known: SeenPage, learned: readonly LearnedPage[]): ReadonlySet<number> {
  const around = new Set(learned.flatMap((one) => (one.kind === 'wall' ? [] : (one.print?.words ?? []))));
  const visible = new Set(known.look.print.words);
  const title = new Set(printWords(known.reading.title ?? ''));
  const shown = (text: string): readonly number[] => printWords(text).filter((word) => visible.has(word));
  const alone = (words: readonly number[]): readonly number[] => words.filter((word) => !title.has(word) && !around.has(word));
  const text = shown(known.reading.text);
  const [beside, body] = [alone(shown(textWithoutRows(known))), alone(text)];
  return new Set([beside, body].find((words) => words.length >= FEW_WORDS) ?? text);
}

/** The text of a page without lines that are links, whatever date stands beside them. */
export function textWithoutRows({ reading, look }: SeenPage): string {
  const rows = new Set(look.linked.map(lettersOf));
  return reading.text
    .split('\n')
    .filter((line) => !rows.has(lettersOf(line)))
    .join('\n');
}

/**
 * Where all that stood under the title of the notice is gone, down to the first line that stands, and says more than all lines of its text below that stand: how much of that is left in what the page
 * shows beside links, as a share of its words below `NOTHING_LEFT`. What stands then is what the site has around its notices, however much of it was taken for text. Null where the notice may stand.
 */
export function leftUnderTitle(seen: SeenPage, known: SeenPage): number | null {
  const { title, text } = known.reading;
  if (title === null) return null;
  const stands = standing(seen);
  const linked = new Set(known.look.linked);
  const inText = new Set(textWithoutRows(known).split('\n').map(lettersOf));
  const lines = known.look.lines.map((line) => line.trim());
  const places = lines.flatMap((line, at) => (line.includes(title) && !linked.has(line) ? [at] : [])).slice(0, MOST_PLACES);
  const runs = places.flatMap((at) => {
    const end = lines.findIndex((one, from) => from > at && stands(one));
    const below = end < 0 ? [] : lines.slice(end).filter((one) => inText.has(lettersOf(one)) && stands(one));
    const gone = lines.slice(at + 1, end < 0 ? undefined : end).filter((one) => !linked.has(one));
    return lettersIn(gone) > lettersIn(below) ? [gone] : [];
  });
  const gone = runs.toSorted((a, b) => lettersIn(b) - lettersIn(a))[0] ?? [];
  const [ofTitle, ofText] = [new Set(printWords(title)), new Set(printWords(text))];
  const words = [...new Set(printWords(gone.join('\n')))].filter((word) => !ofTitle.has(word) && ofText.has(word));
  if (words.length < FEW_WORDS) return null;
  const links = new Set(seen.look.linked);
  const left = share(words, new Set(printWords(seen.look.lines.filter((line) => !links.has(line.trim())).join('\n'))));
  return left < NOTHING_LEFT ? left : null;
}

/** Whether a line stands on a page, whatever its numbers. */
function standing({ look }: SeenPage): (line: string) => boolean {
  const now = new Set(look.lines.map(withoutNumbers));
  return (line) => now.has(withoutNumbers(line));
}

function lettersIn(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + lettersOf(line).length, 0);
}

function lettersOf(line: string): string {
  return line.replace(/[^\p{L}]/gu, '');
}
