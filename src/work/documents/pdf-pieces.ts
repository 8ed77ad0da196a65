import { fileURLToPath } from 'node:url';
import type { PdfPiece } from '../../read/documents/pdf-text.ts';

/** Pages that are read of one document. */
const MOST_PAGES = 3000;

/**
 * The pieces of text of each page. Characters of fonts that are not embedded are known by the tables that come with the library, from disk. Throws what the
 * library throws: `PasswordException`, `InvalidPDFException` …
 */
export async function pdfPieces(bytes: Uint8Array): Promise<readonly (readonly PdfPiece[])[]> {
  const module = import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = (name: string): string => fileURLToPath(new URL(`../../${name}/`, module));
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({
    data: bytes,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const document = await loading.promise;
  const pages: (readonly PdfPiece[])[] = [];
  for (let n = 1; n <= Math.min(document.numPages, MOST_PAGES); n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item): PdfPiece[] => {
        if (!('str' in item)) return [];
        const [, , , , x = 0, y = 0] = item.transform as readonly number[];
        return [{ text: item.str, x, y, width: item.width, height: item.height, endsLine: item.hasEOL }];
      }),
    );
    page.cleanup();
  }
  await loading.destroy();
  return pages;
}
