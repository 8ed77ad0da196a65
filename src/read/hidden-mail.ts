/**
 * The e-mail address that a proxy before a site took out of its pages, as its `data-cfemail` holds it: the first byte, in hexadecimal digits, was added without carry (xor) to each that follows.
 * Null for what is none. The page shows `[email protected]` in its place, where no script runs.
 */
export function hiddenMail(hex: string | undefined): string | null {
  if (hex === undefined || hex.length > 600 || !/^(?:[0-9a-f]{2}){6,}$/i.test(hex)) return null;
  const [key = 0, ...bytes] = Buffer.from(hex, 'hex');
  const mail = Buffer.from(bytes.map((byte) => byte ^ key)).toString('utf8');
  return /^[^\s@<>"'\p{C}]{1,120}@[^\s@<>"'\p{C}]{3,120}$/u.test(mail) ? mail : null;
}
