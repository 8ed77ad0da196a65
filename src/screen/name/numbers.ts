const TENS: readonly (readonly [text: string, value: number])[] = [
  ['xxx', 30],
  ['xx', 20],
  ['x', 10],
  ['', 0],
];
const ONES: readonly string[] = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];

const ROMAN: ReadonlyMap<string, number> = new Map(
  TENS.flatMap(([tens, value]) => ONES.map((ones, n): [string, number] => [tens + ones, value + n])).filter(([, value]) => value > 1),
);

/** Value of a roman numeral from II to XXXIX; a lone I or one with other letters is rather a word. */
export function romanNumber(text: string): number | undefined {
  return ROMAN.get(text);
}

const DIGITS = '〇一二三四五六七八九';

/** Value of a number in Han digits (`七〇二`, `十二`, `第三`), or undefined; of a digit alone only where it is `surely` one. */
export function hanNumber(text: string, surely = false): number | undefined {
  const body = text.startsWith('第') ? text.slice(1) : text;
  if (!/^[〇零一二三四五六七八九十百]{1,7}$/.test(body)) return undefined;
  if (!/[十百]/.test(body)) return body.length === 1 && body === text && !surely ? undefined : Number(Array.from(body, digitOf).join(''));
  let sum = 0;
  let digit = 0;
  for (const char of body) {
    if (char === '十') [sum, digit] = [sum + (digit || 1) * 10, 0];
    else if (char === '百') [sum, digit] = [sum + (digit || 1) * 100, 0];
    else digit = digitOf(char);
  }
  return sum + digit;
}

function digitOf(char: string): number {
  return char === '零' ? 0 : DIGITS.indexOf(char);
}
