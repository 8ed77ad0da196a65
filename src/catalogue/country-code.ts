import { columnWord } from './customer-columns.ts';

/** Countries of one cell: `codes` in ISO 3166-1 alpha-2, and what of it is no country that is known. */
export interface CountryCell {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
}

/** Understands codes, names as the catalogue has them (`known`), and the usual ones in Russian, Ukrainian and Chinese; several are parted by `;`, `,`, `|` or `/`. */
export function countryCodes(written: string, known: ReadonlyMap<string, string>): CountryCell {
  const whole = countryCode(written, known);
  if (whole !== undefined) return { codes: [whole], unknown: [] };
  const [codes, unknown] = [new Set<string>(), new Set<string>()];
  for (const part of written.split(/[;,|/]/)) {
    const code = countryCode(part, known);
    if (code !== undefined) codes.add(code);
    else if (part.trim() !== '') unknown.add(part.trim());
  }
  return { codes: [...codes], unknown: [...unknown] };
}

function countryCode(written: string, known: ReadonlyMap<string, string>): string | undefined {
  const word = written.trim();
  if (word === '' || word.length > 100) return undefined;
  const code = word.toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && code !== 'UK') return isCode(code) ? code : undefined;
  return known.get(columnWord(word)) ?? usualNames().get(columnWord(word));
}

/** Whether ICU knows a region by this code; `ZZ` is its word for none. */
function isCode(code: string): boolean {
  regions ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return code !== 'ZZ' && regions.of(code) !== undefined;
}

let regions: Intl.DisplayNames | undefined;

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
