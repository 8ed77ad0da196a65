/** What in a find's spelling hides it from a plain search, in plain words, or null: `found` as the text has it, `term` as the catalogue has it. */
export function disguiseNote(found: string, term: string): string | null {
  if (PLAIN.test(found)) return null;
  const notes: string[] = [];
  if (/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\ufe00-\ufe0f]/.test(found)) notes.push('hidden characters inside it');
  if (isMixed(found) && !isMixed(term)) notes.push('letters of another alphabet that look alike');
  if (/[\u2e80-\u2fdf\uf900-\ufaff]/.test(found)) notes.push('radicals or compatibility forms for common characters');
  if (/[\uff21-\uff3a\uff41-\uff5a]/.test(found) && !/[\uff21-\uff5a]/.test(term)) notes.push('full-width letters');
  if (/[\u3400-\u9fff][ \u00a0\u3000]+[\u3400-\u9fff]/.test(found) && !/[\u3400-\u9fff] /.test(term)) notes.push('blanks inside it');
  return notes.length === 0 ? null : `disguised: ${notes.join(', ')}`;
}

/** Nothing but Han characters, or nothing but Latin or Cyrillic letters with blanks, digits and hyphens. */
const PLAIN = /^(?:[\u3400-\u9fff\d]+|[A-Za-z\d .-]+|[\u0400-\u04ff\d .-]+)$/;

function isMixed(text: string): boolean {
  return text.split(/[\s-]+/).some((word) => /[A-Za-z]/.test(word) && /[\u0400-\u04ff]/.test(word));
}
