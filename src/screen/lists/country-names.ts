import type { CountryNames } from '../../catalogue/countries.ts';
import { foldLabel } from '../../catalogue/fold-label.ts';

/** Codes of the countries that a text names (`Russian and Belarusian`, `Turkey (Turkiye)`, `Latvia / Israel`); undefined where a part is no country. */
export function countriesOf(text: string, names: CountryNames): readonly string[] | undefined {
  const whole = countryOf(text, names);
  if (whole !== undefined) return [whole];
  const codes = new Set<string>();
  for (const part of text.split(/\s*(?:[;,/|]|\band\b|\bor\b)\s*/iu)) {
    if (part === '') continue;
    const code = countryOf(part, names);
    if (code === undefined) return undefined;
    codes.add(code);
  }
  return codes.size === 0 ? undefined : [...codes];
}

export function countryOf(text: string, names: CountryNames): string | undefined {
  if (text.length > 100) return undefined;
  const folded = foldLabel(text);
  return (
    names.get(folded) ??
    names.get(folded.replace(/^(?:of |the |region |possibly |citizen of )+/u, '')) ??
    (text.includes('(') ? names.get(foldLabel(text.replace(/\s*\([^)]*\)/gu, ''))) : undefined)
  );
}
