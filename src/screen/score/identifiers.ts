/** An identifier as letters and digits alone, upper case: `ИНН 7707083893` and `77-07-083893` are one. */
export function normaliseIdentifier(text: string): string {
  const compact = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return compact.replace(/^(?:ИНН|INN|ОГРН|OGRN|IMO|LEI|USCC|КПП|ЄДРПОУ|EDRPOU|УНП|UNP)(?=\d)/u, '');
}

/** Which scheme an identifier fits by length and alphabet, and whether its check digits hold. `kind` is undefined where no scheme that we check fits. */
export function checkIdentifier(id: string): { readonly kind: string | undefined; readonly holds: boolean | undefined } {
  for (const { kind, shape, holds } of SCHEMES) if (shape.test(id)) return { kind, holds: holds(id) };
  return { kind: undefined, holds: undefined };
}

interface Scheme {
  readonly kind: string;
  readonly shape: RegExp;
  readonly holds: (id: string) => boolean;
}

/** Unified Social Credit Code: GB 32100-2015, weights 3^n mod 31. */
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const SCHEMES: readonly Scheme[] = [
  { kind: 'USCC', shape: /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/, holds: usccHolds },
  // ISO 17442, ISO 7064 MOD 97-10.
  { kind: 'LEI', shape: /^[A-Z0-9]{18}\d{2}$/, holds: leiHolds },
  { kind: 'OGRN', shape: /^[15]\d{12}$/, holds: (id) => (Number(id.slice(0, 12)) % 11) % 10 === Number(id[12]) },
  { kind: 'OGRNIP', shape: /^3\d{14}$/, holds: (id) => (Number(id.slice(0, 14)) % 13) % 10 === Number(id[14]) },
  { kind: 'INN', shape: /^\d{10}$/, holds: (id) => innDigit(id, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(id[9]) },
  {
    kind: 'INN',
    shape: /^\d{12}$/,
    holds: (id) =>
      innDigit(id, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(id[10]) &&
      innDigit(id, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(id[11]),
  },
  // IMO resolution A.1117(30): digits times 7 … 2, last digit of the sum.
  {
    kind: 'IMO',
    shape: /^\d{7}$/,
    holds: (id) => Array.from(id.slice(0, 6)).reduce((sum, digit, n) => sum + Number(digit) * (7 - n), 0) % 10 === Number(id[6]),
  },
];

function innDigit(id: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, n) => sum + weight * Number(id[n]), 0) % 11) % 10;
}

function usccHolds(id: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const char of id.slice(0, 17)) {
    sum += USCC_ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return USCC_ALPHABET[(31 - (sum % 31)) % 31] === id[17];
}

function leiHolds(id: string): boolean {
  let rest = 0;
  for (const char of id) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
