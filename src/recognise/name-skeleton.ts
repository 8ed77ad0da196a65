/** Letters that are written for one another when a name is heard, typed in another alphabet or hidden on purpose. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...pairs('абвгґдеёєзиіїйклмнопрстуфхыэюя', 'abvggdeeesiiiiklmnoprstufhieua'),
  ...pairs('cqwyjz01345', 'kkviisoleas'),
  ...([
    ['ж', 'zh'],
    ['ц', 'ts'],
    ['ч', 'ch'],
    ['ш', 'sh'],
    ['щ', 'sh'],
    ['ь', ''],
    ['ъ', ''],
    ['x', 'ks'],
  ] as const),
]);

function pairs(from: string, to: string): [string, string][] {
  return Array.from(from, (letter, at) => [letter, to.charAt(at)]);
}

/**
 * A word as it sounds or looks, in Latin letters: alphabets, digits that stand for letters, doubled letters and common respellings
 * make no difference (`Xi1inx`, `Ксилинкс`, `Xilinx`). Empty for a word without letters.
 */
export function nameSkeleton(word: string): string {
  let out = '';
  for (const char of word.toLowerCase().replaceAll('ck', 'k').replaceAll('ph', 'f')) {
    const letters = LETTERS.get(char) ?? (/[a-z]/.test(char) ? char : '');
    for (const letter of letters) if (letter !== out.at(-1)) out += letter;
  }
  return out;
}

/** The skeleton and all that is left of it without one letter: two words share one of these where one letter is wrong, missing or too many. */
export function withoutOne(skeleton: string): readonly string[] {
  return [skeleton, ...Array.from(skeleton, (_, at) => skeleton.slice(0, at) + skeleton.slice(at + 1))];
}

/** Whether one letter changed, added, left out or two neighbours swapped make one word of the other. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = a.slice(start, endA);
  const restB = b.slice(start, endB);
  return (restA.length <= 1 && restB.length <= 1) || (restA.length === 2 && restA === `${restB.charAt(1)}${restB.charAt(0)}`);
}
