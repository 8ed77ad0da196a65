const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How large a file is, as the reader's language writes it: `3.4 MB`. Thousands, as file managers count. */
export function fileSize(bytes: number, language: string): string {
  const at = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const maximumFractionDigits = at > 1 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit: UNITS[at], maximumFractionDigits }).format(bytes / 1000 ** at);
}
