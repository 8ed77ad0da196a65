/** A CSV cell (RFC 4180) that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe before it. */
export function safeCell(value: string): string {
  const harmless = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Behind white space and invisible characters, which spreadsheets drop, and in the full-width and small forms that some take for the same. */
const STARTS_FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;
const NEEDS_QUOTES = /[",\r\n;\t]|^\s|\s$/;
