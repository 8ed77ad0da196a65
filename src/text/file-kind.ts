/** What a file is that is no text, in words for people; undefined where it may be text. `head` are its first bytes, decompressed. */
export function binaryKind(head: Uint8Array): string | undefined {
  const found = MAGIC.find(([bytes]) => bytes.every((byte, at) => head[at] === byte))?.[1];
  if (found !== undefined) return typeof found === 'string' ? found : found(head);
  return hasControlLine(head) ? 'binary data' : undefined;
}

/** What a text is that is one document and no rows, in words for people; undefined for any other. `head` are its first bytes, in an encoding that has ASCII in it, or UTF-16. */
export function documentKind(head: Uint8Array): 'a web page' | 'XML' | 'a JSON array' | undefined {
  const text = String.fromCharCode(...head.subarray(0, 2048))
    .replaceAll('\u0000', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)[\s>]/.test(text) || /^<(?:head|body|meta|script|table)[\s>]/.test(text))
    return 'a web page';
  if (/^<(?:\?xml|!doctype|!--)/.test(text)) return 'XML';
  return /^\[\s*[{["\]]/.test(text) ? 'a JSON array' : undefined;
}

const bytesOf = (text: string): readonly number[] => Array.from(text, (char) => char.charCodeAt(0));

/** First bytes of what people take for a table by mistake. */
const MAGIC: readonly (readonly [readonly number[], string | ((head: Uint8Array) => string)])[] = [
  [bytesOf('PK\u0003\u0004'), zipKind],
  [bytesOf('PK\u0005\u0006'), 'an empty ZIP archive'],
  [bytesOf('%PDF-'), 'a PDF'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'an old Office file (XLS, DOC)'],
  [bytesOf('{\\rtf'), 'an RTF document'],
  [bytesOf('SQLite format 3\u0000'), 'a SQLite database'],
  [bytesOf('PAR1'), 'a Parquet file'],
  [[0x1f, 0x8b], 'a gzip file'],
  [bytesOf('BZh'), 'a bzip2 archive'],
  [[0xfd, ...bytesOf('7zXZ'), 0], 'an XZ archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard archive'],
  [[...bytesOf('7z'), 0xbc, 0xaf, 0x27, 0x1c], 'a 7z archive'],
  [bytesOf('Rar!\u001a\u0007'), 'a RAR archive'],
  [[0x89, ...bytesOf('PNG')], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0xff, 0xfe, 0, 0], 'text in UTF-32'],
  [[0, 0, 0xfe, 0xff], 'text in UTF-32'],
];

/** Workbooks are archives: their first entries say so. */
function zipKind(head: Uint8Array): string {
  const text = String.fromCharCode(...head.subarray(0, 4096));
  if (text.includes('xl/') || text.includes('[Content_Types].xml')) return 'an Excel workbook or another Office file (XLSX, DOCX)';
  if (text.includes('application/vnd.oasis.opendocument')) return 'an OpenDocument file (ODS, ODT)';
  return 'a ZIP archive';
}

/** Of the bytes of a first line that are looked at. */
const FIRST_LINE = 4096;
const CONTROL_SHARE = 0.1;
/** Delimiters and line ends alone are more in a table in UTF-16. */
const WIDE_SHARE = 0.01;
/** Too few bytes for a share to tell anything. */
const SHARE_FROM = 1000;

/** Text has no control characters in its first line; UTF-16 has a NUL beside each Latin letter, always on the same side. */
function hasControlLine(head: Uint8Array): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  const sample = head.subarray(0, 65_536);
  const nuls: [number, number] = [0, 0];
  let [controls, firstLine, begun] = [0, 0, false];
  let inFirst = true;
  for (let at = 0; at < sample.length; at += 1) {
    const byte = sample[at] ?? 0;
    if (byte === 0) nuls[at % 2 === 0 ? 0 : 1] += 1;
    if (at >= FIRST_LINE || ((byte === 0x0a || byte === 0x0d) && begun)) inFirst = false;
    else if (byte !== 0x0a && byte !== 0x0d) begun = true;
    if (!isControl(byte)) continue;
    controls += 1;
    if (inFirst) firstLine += 1;
  }
  // The high bytes of other letters look like control characters too.
  const [less, more] = nuls.toSorted((a, b) => a - b) as [number, number];
  if (more > sample.length * WIDE_SHARE && less * 20 < more) return false;
  return firstLine > 0 || (sample.length >= SHARE_FROM && controls > sample.length * CONTROL_SHARE);
}

/** But tab, line feed, form feed, carriage return, and the end of file of old systems. */
function isControl(byte: number): boolean {
  return byte < 0x20 ? byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 0x1a : byte === 0x7f;
}
