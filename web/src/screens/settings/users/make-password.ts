/** Letters and digits that nobody takes for one another: no l, 1, o, 0, i. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const EACH = 4;

/** A password of some 99 bits that can be read out over a telephone: `k7mw-p3xq-…`. `random` fills bytes, as `crypto.getRandomValues` does. */
export function makePassword(random: (bytes: Uint8Array<ArrayBuffer>) => unknown = (bytes) => crypto.getRandomValues(bytes)): string {
  // Bytes beyond the last whole multiple would make the first letters likelier.
  const most = 256 - (256 % LETTERS.length);
  const letters: string[] = [];
  while (letters.length < GROUPS * EACH) {
    const bytes = new Uint8Array(32);
    random(bytes);
    for (const byte of bytes) if (byte < most) letters.push(LETTERS.charAt(byte % LETTERS.length));
  }
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * EACH, (group + 1) * EACH).join('')).join('-');
}
