/** What a machine that reads print takes for digits, both ways to read a 1: R0BERT, MCA1PINE. */
export function misread(word: string): readonly string[] {
  // Two digits and more at the end are a number: KUB10.
  if (!/\d/.test(word) || word.replaceAll(/\d/g, '').length < LEAST_LETTERS || /^[a-z]+\d{2,}$/.test(word)) return [];
  const letters = word.replaceAll(/[0568]/g, (digit) => READ_AS[digit] ?? digit);
  return /[^1a-z]/.test(letters) ? [] : [...new Set([letters.replaceAll('1', 'l'), letters.replaceAll('1', 'i')])];
}

const READ_AS: Readonly<Record<string, string>> = { 0: 'o', 5: 's', 6: 'g', 8: 'b' };

/** In words of fewer letters the digits are meant. */
const LEAST_LETTERS = 3;
