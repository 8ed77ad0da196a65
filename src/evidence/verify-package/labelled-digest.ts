const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha1', 20],
  ['sha256', 32],
  ['sha512', 64],
  ['md5', 16],
]);

/**
 * A digest as WARC fields, indexes and packages write it: `algorithm:value` or the value alone, in base 16 or base 32. Undefined for a form that is not known.
 * A bare value is told by its length: 32 base-32 digits are SHA-1, 64 hexadecimal digits SHA-256.
 */
export function digestOf(text: string): { readonly algorithm: string; readonly bytes: Buffer } | undefined {
  const colon = text.indexOf(':');
  const value = text.slice(colon + 1).trim();
  const bytes =
    /^[0-9a-fA-F]+$/.test(value) && value.length % 2 === 0 && value.length !== 32 ? Buffer.from(value, 'hex') : fromBase32(value);
  const labelled = colon < 0 ? undefined : text.slice(0, colon).trim().toLowerCase().replace('-', '');
  if (labelled === 'md5' && /^[0-9a-fA-F]{32}$/.test(value)) return { algorithm: 'md5', bytes: Buffer.from(value, 'hex') };
  if (bytes === undefined) return undefined;
  const algorithm = labelled ?? [...LENGTHS].find(([name, length]) => name !== 'md5' && length === bytes.length)?.[0];
  return algorithm !== undefined && LENGTHS.get(algorithm) === bytes.length ? { algorithm, bytes } : undefined;
}

export function digestEquals(text: string, bytes: Uint8Array): boolean {
  return digestOf(text)?.bytes.equals(bytes) === true;
}

/** RFC 4648 §6, padding optional; undefined for other characters, or bits that mean nothing. */
function fromBase32(text: string): Buffer | undefined {
  const bare = text.replace(/=+$/, '').toUpperCase();
  if (bare === '' || bare.length > 128) return undefined;
  const bytes: number[] = [];
  let [bits, held] = [0, 0];
  for (const digit of bare) {
    const value = BASE32.indexOf(digit);
    if (value < 0) return undefined;
    held = held * 32 + value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(Math.floor(held / 2 ** bits));
      held %= 2 ** bits;
    }
  }
  return held === 0 ? Buffer.from(bytes) : undefined;
}
