import { alternation, spelledOut } from '../../text/alternation.ts';

/** One alternation of words, the longest first: a bar lets up to four letters follow; a word of letters ends where they end, a full stop may follow. */
export function wordPattern(words: readonly string[]): string {
  return alternation(
    words.map((word) => {
      const { text, goesOn } = spelledOut(word);
      const ending = goesOn ? String.raw`\p{L}{0,4}${END_OF_WORD}` : END_OF_WORD;
      return { text, ending: /\p{Script=Han}$|[^\p{L}\d]$/u.test(text) ? '' : ending };
    }),
  );
}

const END_OF_WORD = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\d])\.?`;
