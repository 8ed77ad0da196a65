/** Flags of a word in a text. `comma` and `stop`: what stands before it parts it from the word before, a little or wholly; `line`: the end of a line stands before it. */
export const MARK = { capital: 1, capitals: 2, quoted: 4, comma: 8, stop: 16, line: 32 } as const;
