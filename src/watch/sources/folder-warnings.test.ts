import { expect, it } from 'vitest';
import { folderWarnings } from './folder-warnings.ts';

it('says what of a folder is kept and not read', () => {
  expect(folderWarnings(['a.html', 'b.txt', 'c.pdf', 'd.docx', 'e.xlsx'])).toEqual([]);
  expect(folderWarnings(['a.html', 'tender.RTF'])[0]).toMatch(/^1 file is kept but not read.*"tender\.RTF"$/);
  expect(folderWarnings(['a.odt', 'b.ppt', 'c.ppt'])[0]).toMatch(
    /^3 files are kept but not read.*\(ODT, PPT\).*"a\.odt", "b\.ppt", "c\.ppt"$/,
  );
  expect(folderWarnings(['a.doc', 'b.xls', 'c.rtf', 'd.html'])[0]).toMatch(/^3 files are kept but not read.*\(DOC, RTF, XLS\)/);
  const left = Array.from({ length: 7 }, (_, n) => `${n}.zip`);
  expect(folderWarnings([], left)).toEqual([expect.stringMatching(/^7 files are neither kept nor read.*"0\.zip".*"4\.zip" and 2 more$/)]);
});
