import { detectCharset } from '../../read/charset.ts';
import { feedRootOf } from './feed-root.ts';

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'a ZIP or Office file'],
  ['\x1f\x8b', 'gzip-compressed data'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\xd0\xcf\x11\xe0', 'an old Office file'],
];

/** What some bytes begin with, in words for an error message: never more than 80 of their characters, and none that a terminal obeys. */
export function describeStart(bytes: Uint8Array, contentType: string | null): string {
  if (bytes.length === 0) return 'it is empty';
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
  const known = SIGNATURES.find(([start]) => raw.startsWith(start));
  if (known) return `it is ${known[1]}`;
  const text = new TextDecoder(detectCharset(bytes, contentType)).decode(bytes.subarray(0, 8192)).replace(/^[\uFEFF\s]+/, '');
  if (text === '') return 'it holds nothing but white space';
  const found = feedRootOf(text);
  const root = found.format === null ? found.root : null;
  const title = /<title[^>]*>([^<]{1,400})/i.exec(text)?.[1]?.trim();
  if (root === 'html' || /^<!doctype html/i.test(text))
    return `it is a page of HTML${title === undefined || title === '' ? '' : ` titled ${quoted(title)}`}`;
  if (text.startsWith('{') || text.startsWith('[')) return `it is JSON without a list of items, and begins ${quoted(text)}`;
  if (root !== null) return `its first element is <${quoted(root).slice(1, -1)}>`;
  return `it begins ${quoted(text)}`;
}

function quoted(text: string): string {
  // Control and bidi characters must not reach a terminal.
  const plain = text
    .slice(0, 80)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `"${plain}${text.length > 80 ? '…' : ''}"`;
}
