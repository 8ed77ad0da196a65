import { bareReading, type PageReading } from '../model/reading.ts';
import { detectLanguage } from '../text/language.ts';
import { detectCharset } from './charset.ts';
import { verdictOfStatus } from './classify.ts';
import type { ContentKind } from './content-kind.ts';
import { documentKindOf, type DocumentReader, type DocumentText } from './documents/document-text.ts';
import { tidyLines } from './page.ts';
import type { PageInput } from './read-page.ts';
import { xmlText } from './xml-text.ts';

/** Name of the reader that reads no text: of a picture, an archive, a document without text. Why a document has none is the field `unread`. */
export const BINARY_READER = 'general/binary';

/** Reads what is not HTML: plain text and JSON as they are, XML as its text, documents as theirs, other formats as present without text. */
export function readOther(
  { bytes, url, finalUrl = url, status = 200, contentType = null }: PageInput,
  kind: Exclude<ContentKind, 'html'>,
  documents: DocumentReader | undefined,
): PageReading {
  const charset = kind === 'binary' ? 'utf-8' : detectCharset(bytes, contentType);
  const document = kind === 'binary' ? documentOf(bytes, documents) : null;
  const source = document === null ? sourceOf(bytes, kind, charset) : withTitle(document.text);
  const text = kind === 'xml' ? xmlText(source) : tidyLines(source);
  const verdict = verdictOfStatus(status) ?? (text === '' && kind !== 'binary' ? EMPTY : null);
  return {
    ...bareReading({
      reader: document !== null && text !== '' ? `general/${document.kind}` : `general/${kind}`,
      lang: detectLanguage(text),
      text,
    }),
    title: document !== null && 'title' in document.text ? document.text.title : null,
    state: verdict?.state ?? 'present',
    reason: verdict?.reason ?? null,
    removalKind: verdict?.kind ?? null,
    charset,
    aliases: finalUrl === url ? [] : [finalUrl],
    fields: {
      ...(contentType === null ? {} : { contentType }),
      ...(document !== null && 'unread' in document.text ? { unread: document.text.unread } : {}),
    },
  };
}

/** Text of a file that is no HTML, for comparing it with others; null where it has none. */
export function textOfOther(
  bytes: Uint8Array,
  contentType: string | null,
  kind: Exclude<ContentKind, 'html'>,
  documents: DocumentReader | undefined,
): string | null {
  if (kind !== 'binary') return sourceOf(bytes.subarray(0, MOST_LOOKED_AT), kind, detectCharset(bytes, contentType));
  const text = documentOf(bytes, documents)?.text;
  return text === undefined || 'unread' in text ? null : withTitle(text).slice(0, MOST_LOOKED_AT);
}

function sourceOf(bytes: Uint8Array, kind: Exclude<ContentKind, 'html'>, charset: string): string {
  return kind === 'binary' ? '' : new TextDecoder(charset).decode(bytes);
}

function documentOf(
  bytes: Uint8Array,
  documents: DocumentReader | undefined,
): { readonly kind: string; readonly text: DocumentText } | null {
  const kind = documents === undefined ? null : documentKindOf(bytes);
  return kind === null || documents === undefined ? null : { kind, text: documents.textOf(bytes, kind) };
}

/** Readings begin with their title. */
function withTitle(document: DocumentText): string {
  if ('unread' in document) return '';
  const { title, text } = document;
  return title === null || text.startsWith(`${title}\n`) || text === title ? text : `${title}\n${text}`;
}

const MOST_LOOKED_AT = 1024 * 1024;
const EMPTY = { state: 'unreachable', reason: 'empty', kind: null } as const;
