import type { GoneWords, InPlace } from '../catalogue/sites-schema.ts';
import type { RemovalKind } from '../model/observation.ts';
import { foldMessage } from '../text/message.ts';
import { createGoneFinder } from './gone-words.ts';

/** What was found in the words that came in place of a notice. */
export interface SaidInPlace {
  readonly state: InPlace['state'];
  readonly kind: RemovalKind | null;
  readonly reason: string;
  /** The line that says it. */
  readonly line: string;
}

export interface InPlaceWords {
  /** What the lines say that came in place of a notice: walls and errors first, in the order of the catalogue, then that it is gone. Null where they say nothing known, or are too many for a message. */
  find(lines: readonly string[]): SaidInPlace | null;
  /** That they say that something is gone, whatever else. */
  findGone(lines: readonly string[]): SaidInPlace | null;
  /** The line by which a page says that a part of it is shown only to some, or null. */
  partly(lines: readonly string[]): string | null;
}

/** A message is short: beside it stands at most a search form and a few links. Letters and digits. */
const MOST_IN_ALL = 900;
const MOST_OF_REMOVAL = 500;
const LONGEST_LINE = 240;

const REASONS: Readonly<Record<RemovalKind, string>> = {
  publisher: 'deleted',
  platform: 'violation',
  account: 'account',
  moved: 'moved',
  expired: 'expired',
  status: 'soft 404',
};

/** Makes the words of the catalogue ready. */
export function createInPlaceWords(entries: readonly InPlace[], gone: GoneWords, partly: readonly string[]): InPlaceWords {
  const known = entries.map((entry) => ({ entry, text: entry.text.map(foldMessage) }));
  const only = partly.map(foldMessage);
  const goneIn = createGoneFinder(gone);
  const findGone = (lines: readonly string[]): SaidInPlace | null => {
    const kept = lines.map((line) => line.slice(0, LONGEST_LINE));
    if (lettersIn(kept) > MOST_OF_REMOVAL) return null;
    const said = goneIn(kept);
    if (said === null) return null;
    if (said.kind === null) return { state: 'blocked', kind: null, reason: 'withheld', line: said.line };
    return { state: 'removed', kind: said.kind, reason: REASONS[said.kind], line: said.line };
  };
  return {
    find(lines) {
      const folded = lines.map((line) => ({ line, folded: foldMessage(line.slice(0, LONGEST_LINE)) }));
      if (lettersIn(lines) > MOST_IN_ALL) return null;
      for (const { entry, text } of known) {
        const found = folded.find((one) => text.some((words) => one.folded.includes(words)));
        if (found !== undefined) return { state: entry.state, kind: entry.kind ?? null, reason: entry.reason, line: found.line.trim() };
      }
      return findGone(lines);
    },
    findGone,
    partly(lines) {
      const saysSo = (line: string): boolean => {
        const folded = foldMessage(line);
        return only.some((words) => folded.includes(words));
      };
      return lines.find((line) => line.length <= LONGEST_LINE && saysSo(line))?.trim() ?? null;
    },
  };
}

function lettersIn(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + foldMessage(line.slice(0, LONGEST_LINE * 4)).length, 0);
}
