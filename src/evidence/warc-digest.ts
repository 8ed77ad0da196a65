import { hash } from 'node:crypto';

const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha1', 20],
  ['sha256', 32],
  ['sha512', 64],
  ['md5', 16],
]);
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Whether bytes have the digest that a WARC header field names, `algorithm:value` with the value in base 16 or base 32, told apart by
 * length as other readers do. Undefined for an algorithm or form that is not known.
 */
export function digestHolds(field: string, bytes: Uint8Array): boolean | undefined {
  const [label = '', value = ''] = field.trim().split(':');
  const algorithm = label.toLowerCase().replace('-', '');
  const length = LENGTHS.get(algorithm);
  if (length === undefined) return undefined;
  const found = hash(algorithm, bytes, 'buffer');
  if (/^[0-9a-fA-F]+$/.test(value) && value.length === length * 2) return found.toString('hex') === value.toLowerCase();
  const bare = value.replace(/=+$/, '').toUpperCase();
  return bare.length === Math.ceil((length * 8) / 5) ? base32(found) === bare : undefined;
}

/** RFC 4648 §6, without padding. */
function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = held * 256 + byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) {
      const digit = Math.floor(held / 2 ** (bits - 5));
      text += BASE32.charAt(digit);
      held -= digit * 2 ** (bits - 5);
    }
  }
  return bits === 0 ? text : text + BASE32.charAt(held * 2 ** (5 - bits));
}
