/** Em, of the longest that a phone of 360 px shows in one line. */
const LINE = 16.5;

/** Whether words need no more than a line of the narrowest page: those can be kept from being broken. A browser breaks words under a gloss at any letter, where a line ends. */
export function fitsOneLine(words: string): boolean {
  if (words.length > LINE * 2 || words.includes('\n')) return false;
  let ems = 0;
  for (const letter of words) ems += /[\u2e80-\u{3ffff}]/u.test(letter) ? 1 : /\p{Lu}/u.test(letter) ? 0.75 : 0.58;
  return ems <= LINE;
}
