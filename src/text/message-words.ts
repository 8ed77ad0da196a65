import { foldText } from './fold.ts';

/**
 * A message as words for comparison: folded as in `foldMessage`, but words of alphabets stay apart, one blank between them and at both ends;
 * Han characters stand together. Signs between words count as blanks.
 */
export function messageWords(text: string): string {
  return ` ${foldText(text, { keepLookAlikes: true })
    .text.replace(/[’'ʼ`]/g, '')
    .replace(/[账帐]/g, '帐')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** Finds words and beginnings of words in `messageWords`: those of an alphabet only where a word begins, Han characters anywhere; `no ` with a blank is the whole word. */
export class MessageStems {
  readonly #stems: readonly string[];

  constructor(stems: readonly string[]) {
    this.#stems = stems.map((stem) => {
      const words = messageWords(stem).slice(1, -1);
      const start = /^\p{Script=Han}/u.test(words) ? '' : ' ';
      return `${start}${words}${stem.endsWith(' ') ? ' ' : ''}`;
    });
  }

  in(words: string): boolean {
    return this.#stems.some((stem) => words.includes(stem));
  }

  /** The words without them. */
  without(words: string): string {
    return this.#stems.reduce((rest, stem) => rest.replaceAll(stem, ' '), words);
  }

  /** Ends of the places where one of them stands. */
  ends(words: string): readonly number[] {
    return this.#stems.flatMap((stem) => {
      const found: number[] = [];
      for (let at = words.indexOf(stem); at >= 0; at = words.indexOf(stem, at + 1)) found.push(at + stem.length);
      return found;
    });
  }

  /** True where one of them begins at most `most` letters after one of `ends`. */
  after(words: string, ends: readonly number[], most: number): boolean {
    // A stem of an alphabet begins with the blank before its word, which may be the last of what ended.
    return ends.some((end) =>
      this.#stems.some((stem) => {
        const at = words.slice(0, end + most + stem.length).indexOf(stem, end - 1);
        return at >= 0;
      }),
    );
  }
}
