/** Documents that hold text and are none. */
export type DocumentKind = 'pdf' | 'docx' | 'xlsx';

/** Why nothing of a document is read: it asks for a password; only pictures stand in it; it is too much to read in bounded time and memory; its bytes are not as its format has them. */
export type Unread = 'password' | 'no text' | 'too much' | 'damaged';

/** What a document says, or why nothing of it is read. */
export type DocumentText = { readonly text: string; readonly title: string | null } | { readonly unread: Unread };

const UNREAD_WORDS: Readonly<Record<Unread, string>> = {
  password: 'it asks for a password',
  'no text': 'no text stands in it, only pictures perhaps',
  'too much': 'it takes more time or memory to read than any document should',
  damaged: 'it is damaged or was cut short',
};

/** In words for people; undefined for what is no such reason. */
export function unreadWords(reason: string | undefined): string | undefined {
  return reason !== undefined && reason in UNREAD_WORDS ? UNREAD_WORDS[reason as Unread] : undefined;
}

/** Takes the text out of documents: bounded in time and memory, never throws. The same bytes always give the same text. */
export interface DocumentReader {
  textOf(bytes: Uint8Array, kind: DocumentKind): DocumentText;
}

/** The kind of a document by its bytes; null for other files that are no text. */
export function documentKindOf(bytes: Uint8Array): DocumentKind | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Some put a line before it, as the format's readers allow.
  if (buffer.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  if (buffer.length < 4 || buffer.readUInt32LE(0) !== 0x0403_4b50) return null;
  if (buffer.includes('word/document.xml')) return 'docx';
  return buffer.includes('xl/workbook.xml') ? 'xlsx' : null;
}
