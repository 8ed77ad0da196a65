import type { Unread } from '../read/documents/document-text.ts';
import { readingDigest } from '../observe/reading-digest.ts';
import { createReader, type Reader } from '../read/read-page.ts';
import type { Reread } from '../evidence/verify-package/reread.ts';
import { loadSites } from '../catalogue/sites.ts';
import { DOCUMENT_LIMITS, openDocuments } from './documents/open-documents.ts';
import { storedPage } from './reread-capture.ts';
import { VERSION } from './version.ts';

/** For all documents of a package: many of them may be made to take long. */
const MOST_DOCUMENTS_MS = 60_000;

/** A package may be hostile: a capture that unpacks to more is not read anew. */
const LIMITS = { unpackedBytes: 128 * 1024 * 1024, bodyBytes: 32 * 1024 * 1024 };

/** Reads captures inside of packages as a visit of this version would; site readers are loaded for the first. */
export function rereadPackaged(): Reread {
  let reader: Reader | undefined;
  return {
    software: `Dualwatch/${VERSION}`,
    read(archive, name, url) {
      try {
        const page = storedPage(archive, name, url, LIMITS);
        if (page === null) return null;
        reader ??= createReader(loadSites(), openDocuments({ ...DOCUMENT_LIMITS, totalMs: MOST_DOCUMENTS_MS }));
        const reading = reader.read(page);
        if (reading.fields['unread'] === ('too much' satisfies Unread)) return null;
        const { state, title, text } = reading;
        const visible = reader.look(page)?.lines.join('\n') ?? '';
        return { digest: state === 'present' ? readingDigest(reading) : null, title, text, visible };
      } catch {
        // That records hold is another check's to say.
        return null;
      }
    },
  };
}
