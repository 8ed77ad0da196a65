import { workerData, type MessagePort } from 'node:worker_threads';
import type { DocumentKind, DocumentText, Unread } from '../../read/documents/document-text.ts';
import { docxText } from '../../read/documents/docx-text.ts';
import { pdfText } from '../../read/documents/pdf-text.ts';
import { xlsxText } from '../../read/documents/xlsx-text.ts';
import { EncryptedFile, officeMembers } from './office-members.ts';
import { pdfPieces } from './pdf-pieces.ts';

/** Of one part of an Office file. */
const MOST_MEMBER_BYTES = 64 * 1024 * 1024;
const MOST_TEXT = 8 * 1024 * 1024;

/** What the thread is asked, and the signal by which it says that the answer stands at the port. */
export interface DocumentThreadData {
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

const { port, signal } = workerData as DocumentThreadData;

port.on('message', ({ bytes, kind }: { readonly bytes: Uint8Array; readonly kind: DocumentKind }) => {
  void textOf(bytes, kind).then((answer) => {
    port.postMessage(answer);
    Atomics.store(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});

async function textOf(bytes: Uint8Array, kind: DocumentKind): Promise<DocumentText> {
  try {
    const read = kind === 'pdf' ? pdfText(await pdfPieces(bytes)) : officeText(bytes, kind);
    if ('unread' in read) return read;
    return read.text === '' ? { unread: 'no text' } : { ...read, text: read.text.slice(0, MOST_TEXT) };
  } catch (error) {
    return { unread: reasonOf(error) };
  }
}

function officeText(bytes: Uint8Array, kind: 'docx' | 'xlsx'): DocumentText {
  const members = officeMembers(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), MOST_MEMBER_BYTES);
  return kind === 'docx' ? docxText(members) : xlsxText(members);
}

function reasonOf(error: unknown): Unread {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'PasswordException' || error instanceof EncryptedFile) return 'password';
  return code === 'ERR_BUFFER_TOO_LARGE' ? 'too much' : 'damaged';
}
