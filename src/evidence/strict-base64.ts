/** Standard base 64 (RFC 4648 §4) with padding, or undefined: `Buffer.from` skips what it does not know, so two texts would mean one hash. */
export function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
