import type { Range } from '../../model/copy.ts';

/** Words with a full stop that ends no sentence; shorter ones never do. */
const ABBREVIATIONS = 'ул тел стр корп обл вул буд тис тыс руб грн dr mr mrs ms no tel fig'
  .split(' ')
  .map((word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`)
  .join('|');

/** An end of a line; of a Han sentence or clause that stands for one; a full stop behind a word and before a capital, a digit or Han. */
const END = new RegExp(
  String.raw`\r\n|[\n\r\u2028\u2029]|[。！？；]+[”’」』）)]?|[!?]+(?=\s)|(?<=[\p{L}\p{N})»"”]{2})(?<!(?<!\p{L})(?:${ABBREVIATIONS}))\.+["”»)]?(?=\s+["«“(]?[\p{Lu}\p{N}\p{Script=Han}])`,
  'gu',
);

/** The sentences of a text, as offsets without the white space around them; each line is at least one. Linear. */
export function sentencesOf(text: string): readonly Range[] {
  const sentences: Range[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(END)) {
    add(text, start, index + end.length, sentences);
    start = index + end.length;
  }
  add(text, start, text.length, sentences);
  return sentences;
}

function add(text: string, from: number, to: number, into: Range[]): void {
  const part = text.slice(from, to);
  const trimmed = part.trim();
  if (trimmed === '') return;
  const start = from + part.indexOf(trimmed);
  into.push([start, start + trimmed.length]);
}
