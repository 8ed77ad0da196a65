// Captured text is hostile: an escape sequence may rewrite the screen or the title of the window, and bidi controls
// may show one address as another (CVE-2021-42574). Both are shown as what they are.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]/gu;

/** Text that may be printed: control, bidi and zero-width characters and lone surrogates as `\u{202e}`; tab and line feed stay. */
export function terminalText(text: string): string {
  return text.replace(UNSAFE, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same on one line: line breaks and tabs become spaces. */
export function terminalLine(text: string): string {
  return terminalText(text.replace(/\s+/gu, ' ').trim());
}

/** Results that somebody reads on a terminal: such characters as JSON would write them, so that a line of JSON says the same. */
export function terminalResult(line: string): string {
  return line.replace(UNSAFE, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
