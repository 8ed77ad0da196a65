import { expect, it } from 'vitest';
import { folderWarnings } from './folder-warnings.ts';

it('says what of a folder is kept and not read', () => {
  expect(folderWarnings(['a.html', 'b.txt'])).toEqual([]);
  expect(folderWarnings(['a.html', 'tender.PDF'])[0]).toMatch(/^1 file is kept but not read.*"tender\.PDF"$/);
  expect(folderWarnings(['a.docx', 'b.pdf', 'c.pdf'])[0]).toMatch(
    /^3 files are kept but not read.*\(DOCX, PDF\).*"a\.docx", "b\.pdf", "c\.pdf"$/,
  );
  expect(folderWarnings(['a.doc', 'b.xls', 'c.rtf', 'd.html'])[0]).toMatch(/^3 files are kept but not read.*\(DOC, RTF, XLS\)/);
  const left = Array.from({ length: 7 }, (_, n) => `${n}.zip`);
  expect(folderWarnings([], left)).toEqual([expect.stringMatching(/^7 files are neither kept nor read.*"0\.zip".*"4\.zip" and 2 more$/)]);
});
