import { bareReading, type PageReading } from '../model/reading.ts';
import { detectLanguage } from '../text/language.ts';
import { detectCharset } from './charset.ts';
import { verdictOfStatus } from './classify.ts';
import type { ContentKind } from './content-kind.ts';
import { tidyLines } from './page.ts';
import type { PageInput } from './read-page.ts';
import { xmlText } from './xml-text.ts';

/** Name of the reader that reads no text: of a PDF, a picture, an Office file. */
export const BINARY_READER = 'general/binary';

/** Reads what is not HTML: plain text and JSON as they are, XML as its text, other formats as present without text. */
export function readOther(
  { bytes, url, finalUrl = url, status = 200, contentType = null }: PageInput,
  kind: Exclude<ContentKind, 'html'>,
): PageReading {
  const charset = kind === 'binary' ? 'utf-8' : detectCharset(bytes, contentType);
  const source = kind === 'binary' ? '' : new TextDecoder(charset).decode(bytes);
  const text = kind === 'xml' ? xmlText(source) : tidyLines(source);
  const verdict = verdictOfStatus(status) ?? (text === '' && kind !== 'binary' ? EMPTY : null);
  return {
    ...bareReading({ reader: `general/${kind}`, lang: detectLanguage(text), text }),
    state: verdict?.state ?? 'present',
    reason: verdict?.reason ?? null,
    removalKind: verdict?.kind ?? null,
    charset,
    aliases: finalUrl === url ? [] : [finalUrl],
    fields: contentType === null ? {} : { contentType },
  };
}

const EMPTY = { state: 'unreachable', reason: 'empty', kind: null } as const;
