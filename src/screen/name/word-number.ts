/**
 * The number of a word that is remembered, for {@link NamePart.known}: what was looked up for it is found again by the number, without a look at its letters. A word that
 * is forgotten and comes again gets another.
 */
export function nextWordNumber(): number {
  last += 1;
  return last;
}

let last = 0;
