/** Telephone numbers in groups that nothing else is written in, by country. Blank, no-break blank or hyphen between groups. */
const GROUPED = new RegExp(
  [
    // 8 (495) 123-45-67, 8(4852)12-34-56, 8 800 555-35-35
    String.raw`[78][ \u00a0-]?\(\d{3,5}\)[ \u00a0-]?\d{1,3}[ \u00a0-]?\d{2}[ \u00a0-]?\d{2}`,
    String.raw`8[ \u00a0-]\d{3}[ \u00a0-]\d{3}[ \u00a0-]\d{2}[ \u00a0-]\d{2}`,
    // (495) 123-45-67, (044) 123 45 67, 067 123 45 67
    String.raw`\(\d{3,5}\)[ \u00a0]?\d{1,3}-\d{2}-\d{2}`,
    String.raw`\(0\d{2}\)[ \u00a0]?\d{3}[ \u00a0-]\d{2}[ \u00a0-]\d{2}`,
    String.raw`0\d{2}[ \u00a0-]\d{3}[ \u00a0-]\d{2}[ \u00a0-]\d{2}`,
    // 138 1234 5678, 010-88886666, (0755) 8888 6666
    String.raw`1[3-9]\d[ \u00a0-]\d{4}[ \u00a0-]\d{4}`,
    String.raw`0\d{2,3}-[2-8]\d{6,7}`,
    String.raw`\(0\d{2,3}\)[ -]?[2-8]\d{2,3}[ -]?\d{4}`,
    // (202) 555-0101
    String.raw`\(\d{3}\)[ \u00a0]?\d{3}-\d{4}`,
  ].join('|'),
  'y',
);

/** The telephone number that begins at `start` and says by its groups that it is one, or undefined. */
export function groupedPhoneAt(text: string, start: number): string | undefined {
  GROUPED.lastIndex = start;
  const found = GROUPED.exec(text)?.[0];
  return found === undefined || /^\d/.test(text.slice(start + found.length)) ? undefined : found;
}
