import { isAscii, isUtf8 } from 'node:buffer';
import htmlEncodingSniffer from 'html-encoding-sniffer';
import { costOfReading, LEGACY_CANDIDATES, type LegacyEncoding } from './charset-likelihood.ts';

/** How far into a page a meta tag is looked for: beyond the 1,024 bytes of the standard, since Chinese portals put scripts before it. */
const META_PRESCAN_BYTES = 4096;
/** Share of multi-byte sequences that must be sound for a broken text to be taken for UTF-8 with flaws. */
const FLAWED_UTF8_SHARE = 0.9;
/** Fewer sequences than this may be UTF-8 by chance: two characters of GBK can be. */
const SURE_UTF8_SEQUENCES = 4;
/** Bits that a declaration is worth, once and per byte: right more often than not, and easily outweighed by a text. */
const DECLARED_BONUS_BITS = 6;
const DECLARED_BONUS_BITS_PER_BYTE = 0.4;

/**
 * The encoding of a page by its lower-case WHATWG name, from its BOM, header, meta tag and bytes.
 * A declaration is believed only where the bytes bear it out: pages labelled utf-8 that are gb18030 or windows-1251 are common.
 */
export function detectCharset(bytes: Uint8Array, contentType: string | null = null): string {
  const marked = bomOf(bytes);
  if (marked !== null) return marked;
  const wide = utf16WithoutBom(bytes);
  if (wide !== null) return wide;
  const declared = declaredEncodings(bytes, contentType);
  if (isAscii(bytes)) return 'utf-8';
  if (isUtf8(bytes)) {
    const legacy = declared.find((name) => name !== 'utf-8');
    if (legacy === undefined || hasSequences(bytes, SURE_UTF8_SEQUENCES)) return 'utf-8';
    return likeliest(bytes, declared, true);
  }
  if (isFlawedUtf8(bytes)) return 'utf-8';
  const trusted = declared.find((name) => name !== 'utf-8' && !isGuessable(name) && decodesCleanly(bytes, name));
  return trusted ?? likeliest(bytes, declared, false);
}

/** Label of the charset parameter of a Content-Type header, or null. */
export function charsetOfHeader(contentType: string | null): string | null {
  const found = contentType === null ? null : /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType);
  return found?.[1] ?? null;
}

function bomOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Markup in UTF-16 has a NUL in every other byte. */
function utf16WithoutBom(bytes: Uint8Array): string | null {
  const size = Math.min(bytes.length, 512) & ~1;
  if (size < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = size / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** What the header and the meta tag say, the header first. */
function declaredEncodings(bytes: Uint8Array, contentType: string | null): readonly string[] {
  const label = charsetOfHeader(contentType);
  const names = new Set<string>();
  if (label !== null) names.add(sniff(new Uint8Array(0), label));
  names.add(sniff(bytes.subarray(0, META_PRESCAN_BYTES), undefined));
  names.delete('');
  return [...names];
}

function sniff(bytes: Uint8Array, label: string | undefined): string {
  const options = { defaultEncoding: null, maxPrescanBytes: META_PRESCAN_BYTES } as const;
  const name = htmlEncodingSniffer(bytes, label === undefined ? options : { ...options, transportLayerEncodingLabel: label });
  return (name ?? '').toLowerCase();
}

function isGuessable(name: string): boolean {
  return name === 'gbk' || (LEGACY_CANDIDATES as readonly string[]).includes(name);
}

function decodesCleanly(bytes: Uint8Array, name: string): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes.subarray(0, bytes.length - (bytes.length > 8 ? 4 : 0)), { stream: true });
    return true;
  } catch {
    return false;
  }
}

function likeliest(bytes: Uint8Array, declared: readonly string[], utf8Too: boolean): string {
  let best: string = declared.includes('windows-1252') ? 'windows-1252' : 'gb18030';
  let lowest = Infinity;
  for (const encoding of LEGACY_CANDIDATES) {
    const said = declared.includes(encoding) || (encoding === 'gb18030' && declared.includes('gbk'));
    const { bits, highBytes } = costOfReading(bytes, encoding);
    const cost = bits - (said ? DECLARED_BONUS_BITS + DECLARED_BONUS_BITS_PER_BYTE * highBytes : 0);
    if (cost < lowest) {
      lowest = cost;
      best = nameOf(encoding, declared);
    }
  }
  if (utf8Too && declared.every((name) => name === 'utf-8')) return 'utf-8';
  return best;
}

function nameOf(encoding: LegacyEncoding, declared: readonly string[]): string {
  return encoding === 'gb18030' && declared.includes('gbk') ? 'gbk' : encoding;
}

function hasSequences(bytes: Uint8Array, wanted: number): boolean {
  let seen = 0;
  for (const byte of bytes) if (byte >= 0xc2 && ++seen >= wanted) return true;
  return false;
}

/** Counts sound and broken multi-byte sequences: a page cut short or joined from pieces is still UTF-8. */
function isFlawedUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const size = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
    let have = 1;
    while (have < size && (bytes[at + have]! & 0xc0) === 0x80) have++;
    if (size > 0 && have === size) sound++;
    else broken++;
    at += have;
    if (broken > 2000 && broken > sound) return false;
  }
  return sound > 0 && sound / (sound + broken) >= FLAWED_UTF8_SHARE;
}
