import type { PreparedText } from '../../prepared-text.ts';

/** Last characters of names of bodies in Chinese. */
const BODIES = '局院校心所站厂委办会队馆部厅';

/** Characters of a short name before its last, what they tell at least, and the longest name that is shortened so. */
const SHORT_NAME = 2;
const TELLS = 0.7;
const LONGEST_NAME = 16;

/** Characters that are left out: between two that are kept, and altogether at least. */
const BETWEEN = '[^ ]{0,5}?';
const LEFT_OUT = 2;

/** So many short names of a text are looked at. */
const MOST = 20;

/**
 * How many short names of bodies a Chinese text has of which the other has the long one, with the same characters in the same order and others between them:
 * 疾控中心, 疾病预防控制中心; 人社局, 人力资源和社会保障局. Linear: of a text so many short names are looked at.
 */
export function hanNamesShortened(one: PreparedText, other: PreparedText): number {
  const written = hanOf(other);
  const found = new Set<string>();
  const seen = new Set<string>();
  for (let n = SHORT_NAME; n < one.tokens.length && seen.size < MOST; n += 1) {
    if (!BODIES.includes(one.tokens[n]!.key)) continue;
    const from = n - SHORT_NAME - Number(one.tokens[n]!.key === '心');
    if (from < 0) continue;
    const name = one.tokens.slice(from, n + 1);
    if (!name.every(({ kind, line }) => kind === 'han' && line === one.tokens[n]!.line)) continue;
    const key = name.map((token) => token.key).join('');
    if (seen.has(key) || one.weights[from]! + one.weights[from + 1]! < TELLS || written.includes(key)) continue;
    seen.add(key);
    for (const [long] of written.matchAll(new RegExp([...key].join(BETWEEN), 'gu')))
      if (long.length >= key.length + LEFT_OUT && long.length <= LONGEST_NAME) found.add(key);
  }
  return found.size;
}

/** Han characters of a text; anything else ends a row. */
function hanOf({ tokens }: PreparedText): string {
  return tokens.map(({ kind, key }) => (kind === 'han' ? key : ' ')).join('');
}
