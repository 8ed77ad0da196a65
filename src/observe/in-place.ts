import type { InPlace } from '../catalogue/sites-schema.ts';
import { foldMessage } from '../text/message.ts';

/** What was found in the words that came in place of a notice. */
export interface SaidInPlace {
  readonly entry: InPlace;
  /** The line that says it. */
  readonly line: string;
}

export interface InPlaceWords {
  /** The first entry, in the order of the catalogue, that one of the lines says; null where none does or they are too many for a message. */
  find(lines: readonly string[], states?: readonly InPlace['state'][]): SaidInPlace | null;
  /** The line by which a page says that a part of it is shown only to some, or null. */
  partly(lines: readonly string[]): string | null;
}

/** A message is short: beside it stands at most a search form and a few links. Letters and digits. */
const MOST_IN_ALL = 900;
const MOST_OF_REMOVAL = 500;
const LONGEST_LINE = 240;

/** Makes the words of the catalogue ready. */
export function createInPlaceWords(entries: readonly InPlace[], partly: readonly string[]): InPlaceWords {
  const known = entries.map((entry) => ({ entry, text: entry.text.map(foldMessage) }));
  const only = partly.map(foldMessage);
  return {
    find(lines, states) {
      const folded = lines.map((line) => ({ line, folded: foldMessage(line.slice(0, LONGEST_LINE)) }));
      const size = folded.reduce((sum, one) => sum + one.folded.length, 0);
      if (size > MOST_IN_ALL) return null;
      for (const { entry, text } of known) {
        if (states !== undefined && !states.includes(entry.state)) continue;
        if (entry.state === 'removed' && size > MOST_OF_REMOVAL) continue;
        const found = folded.find((one) => text.some((words) => one.folded.includes(words)));
        if (found !== undefined) return { entry, line: found.line.trim() };
      }
      return null;
    },
    partly(lines) {
      return lines.find((line) => line.length <= LONGEST_LINE && only.some((words) => foldMessage(line).includes(words)))?.trim() ?? null;
    },
  };
}
