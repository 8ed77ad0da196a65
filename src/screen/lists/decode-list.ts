import { isUtf8 } from 'node:buffer';
import { bareCharset, beyondAscii } from '../../text/bare-charset.ts';

/** A list as text, its byte order mark removed. Bytes that the encoding does not have become U+FFFD. */
export function decodeList(bytes: Uint8Array): string {
  return new TextDecoder(charsetOfList(bytes)).decode(bytes);
}

/** Share of sound multi-byte sequences from which a broken text is taken for UTF-8 with flaws, as when a file is cut. */
const FLAWED_UTF8_SHARE = 0.9;

/** WHATWG name of the encoding. Lists declare none, so BOM and bytes decide among what publishers use. */
export function charsetOfList(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = utf16WithoutBom(bytes);
  if (wide !== undefined) return wide;
  if (isUtf8(bytes)) return 'utf-8';
  return isFlawedUtf8(bytes) ? 'utf-8' : (bareCharset(bytes) ?? charsetOfFew(bytes));
}

/** Text in UTF-16 has a NUL in nearly every other byte where it is ASCII, as the syntax of every list is. */
function utf16WithoutBom(bytes: Uint8Array): string | undefined {
  const size = Math.min(bytes.length, 512) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  if (size < 8) return undefined;
  if (odd > size * 0.3 && even === 0) return 'utf-16le';
  return even > size * 0.3 && odd === 0 ? 'utf-16be' : undefined;
}

/** Is it UTF-8 with flaws, as when a file is cut? */
function isFlawedUtf8(bytes: Uint8Array): boolean {
  let [sound, broken] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0xc2 || byte >= 0xf5) continue;
    const size = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    let have = 0;
    while (have < size && (bytes[at + have + 1]! & 0xc0) === 0x80) have++;
    if (have === size) sound++;
    else broken++;
  }
  return sound > 0 && sound / (sound + broken) >= FLAWED_UTF8_SHARE;
}

/** Of a name or two: Western accents stand alone between ASCII letters, Cyrillic in windows-1251 is nearly all C0–FF, and of GB text a third of the bytes is below. */
function charsetOfFew(bytes: Uint8Array): string {
  const { high, runs, letters } = beyondAscii(bytes);
  if (high < runs * 1.5) return 'windows-1252';
  return letters > high * 0.85 ? 'windows-1251' : 'gb18030';
}
