const CODES = Array.from({ length: 26 * 26 }, (_, no) => String.fromCharCode(65 + Math.floor(no / 26), 65 + (no % 26)));

/** Finds the code of a country by its name in the reader's language or in English, or by the code itself; undefined for what is none. */
export function countryFinder(language: string): (words: string) => string | undefined {
  const codes = new Map<string, string>();
  for (const lang of ['en', language]) {
    const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'none' });
    for (const code of CODES) {
      const name = names.of(code);
      if (name === undefined) continue;
      codes.set(name.toLowerCase(), code);
      codes.set(code.toLowerCase(), code);
    }
  }
  return (words) => codes.get(words.trim().toLowerCase());
}
