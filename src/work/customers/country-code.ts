import { columnWord } from '../../catalogue/customer-columns.ts';

/**
 * ISO 3166-1 alpha-2 codes of a country cell: codes as they are, names as the catalogue has them (`known`) and the usual ones in Russian, Ukrainian and
 * Chinese. What is none of these is left out.
 */
export function countryCodes(written: string, known: ReadonlyMap<string, string>): readonly string[] {
  const whole = countryCode(written, known);
  if (whole !== undefined) return [whole];
  const parts = written.split(/[;,|/]/).map((part) => countryCode(part, known));
  return [...new Set(parts.filter((code) => code !== undefined))];
}

function countryCode(written: string, known: ReadonlyMap<string, string>): string | undefined {
  const word = written.trim();
  if (word === '' || word.length > 100) return undefined;
  if (/^[a-z]{2}$/i.test(word) && word.toUpperCase() !== 'UK') return word.toUpperCase();
  return known.get(columnWord(word)) ?? usualNames().get(columnWord(word));
}

const LANGUAGES = ['ru', 'uk', 'zh-Hans', 'zh-Hant'] as const;
let table: ReadonlyMap<string, string> | undefined;

/** Names as ICU has them, made once, where they are needed. */
function usualNames(): ReadonlyMap<string, string> {
  if (table !== undefined) return table;
  const names = new Map<string, string>();
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (let n = 0; n < 26 * 26; n += 1) {
      const code = String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
      const name = display.of(code);
      if (name !== undefined && !names.has(columnWord(name))) names.set(columnWord(name), code);
    }
  }
  return (table = names);
}
