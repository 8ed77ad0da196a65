/** Words as the alternatives of a regular expression; those in Han characters, or the others. */
export function alternatives(words: readonly string[], script: 'han' | 'spelled' | 'any' = 'any'): string {
  return words
    .filter((word) => script === 'any' || /\p{Script=Han}/u.test(word) === (script === 'han'))
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join('|');
}
