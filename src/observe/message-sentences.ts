import { messageWords } from '../text/message-words.ts';

/** One sentence of a message, as `messageWords`. */
export interface Said {
  /** The line in which it stands. */
  readonly line: string;
  readonly words: string;
  /** Its parts between commas, dashes and brackets. */
  readonly clauses: readonly string[];
}

/** The sentences of the lines of a message; `longest`: letters of a line that are looked at. */
export function messageSentences(lines: readonly string[], longest: number): readonly Said[] {
  return lines.flatMap((line) =>
    line
      .slice(0, longest)
      .split(SENTENCE)
      .flatMap((sentence) => {
        const words = messageWords(sentence);
        if (words.trim() === '') return [];
        return [{ line: line.trim(), words, clauses: sentence.split(CLAUSE).map(messageWords) }];
      }),
  );
}

const SENTENCE = /[。！？!?；;]+|\.+(?=\s|$|["»”])|…+/u;
const CLAUSE = /[,，、:：()（）[\]【】“”"«»]|\s[-–—]\s|——/u;
