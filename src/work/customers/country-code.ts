/** ISO 3166-1 alpha-2 codes of a country cell: codes as they are, names in English, Russian, Ukrainian and Chinese. What is neither is left out. */
export function countryCodes(written: string): readonly string[] {
  const codes = new Set<string>();
  for (const part of written.split(/[;,|/]/)) {
    const word = part.trim();
    if (/^[a-z]{2}$/i.test(word)) codes.add(word.toUpperCase() === 'UK' ? 'GB' : word.toUpperCase());
    else {
      const code = word === '' ? undefined : countryNames().get(word.toLowerCase());
      if (code !== undefined) codes.add(code);
    }
  }
  return [...codes];
}

const LANGUAGES = ['en', 'ru', 'uk', 'zh-Hans', 'zh-Hant'] as const;
let table: ReadonlyMap<string, string> | undefined;

/** Names as ICU has them, made once. */
function countryNames(): ReadonlyMap<string, string> {
  if (table !== undefined) return table;
  const names = new Map<string, string>();
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
      for (let n = 0; n < 26 * 26; n += 1) {
        const code = String.fromCharCode(65 + Math.floor(n / 26), 65 + (n % 26));
        const name = display.of(code);
        // Codes that are no longer in use come after those that are, and do not take their names.
        if (name !== undefined && new Intl.Locale(`und-${code}`).region === code && !names.has(name.toLowerCase()))
          names.set(name.toLowerCase(), code);
      }
    }
  for (const [name, code] of [
    ['usa', 'US'],
    ['prc', 'CN'],
    ['china (prc)', 'CN'],
    ['рф', 'RU'],
    ['russian federation', 'RU'],
    ['российская федерация', 'RU'],
  ] as const)
    names.set(name, code);
  return (table = names);
}
