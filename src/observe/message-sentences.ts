import { messageWords } from '../text/message-words.ts';

/** One sentence of a message, as `messageWords`. */
export interface Said {
  /** The line in which it stands. */
  readonly line: string;
  readonly words: string;
  /** Its parts between commas, dashes and brackets. */
  readonly clauses: readonly string[];
  /** What of its clauses stands between words such as *and*. */
  readonly parts: readonly string[];
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
        const clauses = sentence.split(CLAUSE).map(messageWords);
        return [
          { line: line.trim(), words, clauses, parts: clauses.flatMap((clause) => clause.split(AND).map((part) => ` ${part.trim()} `)) },
        ];
      }),
  );
}

const SENTENCE = /[。！？!?；;]+|\.+(?=\s|$|["»”])|…+/u;
const AND = / (?:and|и|а|і|й|та|und|et|oraz|i) |并且|并(?!无|未|不|非|入)/u;
const CLAUSE = /[,，、:：()（）[\]【】“”"«»]|\s[-–—]\s|——/u;
