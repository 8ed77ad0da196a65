import { expect, it } from 'vitest';
import { folderWarnings } from './folder-warnings.ts';

it('says what of a folder is kept and not read', () => {
  expect(folderWarnings(['a.html', 'b.txt'])).toEqual([]);
  expect(folderWarnings(['a.html', 'tender.PDF'])[0]).toMatch(/^1 file is kept but not read.*"tender\.PDF"$/);
  expect(folderWarnings(['a.docx', 'b.pdf', 'c.pdf'])[0]).toMatch(/^3 files are kept but not read.*"a\.docx" and 2 more$/);
});
