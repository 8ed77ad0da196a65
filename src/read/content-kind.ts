/** What the bytes of an answer are, as far as reading goes. */
export type ContentKind = 'html' | 'text' | 'json' | 'xml' | 'binary';

/** First bytes of formats that are no text. */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0x50, 0x4b, 0x03, 0x04], // zip, docx
  [0xd0, 0xcf, 0x11, 0xe0], // doc, xls
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // rtf
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
];
const BINARY_TYPES = /^(?:image|audio|video|font)\/(?!svg)|^application\/(?:pdf|zip|x-zip|octet-stream|msword|vnd\.|x-rar|x-7z|gzip)/;

/** The kind of an answer: by its first bytes, then by its header, then by its look. */
export function contentKindOf(bytes: Uint8Array, contentType: string | null): ContentKind {
  if (MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte))) return 'binary';
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1').trimStart();
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)/i.test(head)) return 'html';
  if (type === 'application/json' || type.endsWith('+json')) return 'json';
  if (type === 'text/plain' || type === 'text/csv' || type === 'text/markdown') return 'text';
  if ((type === 'text/xml' || type === 'application/xml' || type.endsWith('+xml')) && type !== 'application/xhtml+xml') return 'xml';
  if (BINARY_TYPES.test(type) && !/</.test(head)) return 'binary';
  if (looksBinary(bytes)) return 'binary';
  if (type === '' && /^[{[]/.test(head) && !/<[a-z]/i.test(head)) return 'json';
  if (/^(?:\xef\xbb\xbf)?<\?xml/.test(head) && !/<html/i.test(head)) return 'xml';
  return 'html';
}

/** Control bytes that no text has, other than the NULs of UTF-16. */
function looksBinary(bytes: Uint8Array): boolean {
  const size = Math.min(bytes.length, 2048);
  let controls = 0;
  for (let at = 0; at < size; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte < 0x09 && byte > 0) || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls++;
  }
  return size > 32 && controls > size * 0.1;
}
