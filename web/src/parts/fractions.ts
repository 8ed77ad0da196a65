/** A likeness of 0 to 1 as the reader's language writes it, with two places: `0.85`, `0,85`. */
export function asScore(value: number, language: string): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}

/** A share of 0 to 1 in whole hundredths as the reader's language writes it: `85%`, `85 %`. */
export function asPercent(value: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(value);
}
