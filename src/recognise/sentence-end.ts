/** What ends a sentence or a line, one unit long: a full stop only behind a word and before a capital. */
export const SENTENCE_END = /[;；。！？!?\n]|(?<=[\p{L})»"]{2})\.(?=\s+\p{Lu})/u;
