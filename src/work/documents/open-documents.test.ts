import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { documentKindOf, type DocumentText } from '../../read/documents/document-text.ts';
import { openDocuments } from './open-documents.ts';
import { officeOf, pdfLines, pdfOf } from '../testing/document-files.ts';

const documents = openDocuments();

function textOf(bytes: Uint8Array, reader = documents): DocumentText | null {
  const kind = documentKindOf(bytes);
  return kind === null ? null : reader.textOf(bytes, kind);
}

const WORD = (body: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const p = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('documents', () => {
  it('are read where fonts are not embedded, as portals make them', () => {
    const lines = pdfLines([
      ['无人机反制设备采购公告', 20],
      ['采购人：滨江市公安局', 11],
      ['无人机干扰器20台', 11],
    ]);
    expect(textOf(pdfOf(lines))).toEqual({
      title: '无人机反制设备采购公告',
      text: '无人机反制设备采购公告\n采购人：滨江市公安局\n无人机干扰器20台',
    });
  });

  it('are read from Word with tables, as they stand now', () => {
    const file = officeOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': WORD(
        p('Извещение о закупке', '<w:pStyle w:val="Title"/>') +
          p('Подавитель <w:br/> ') +
          `<w:p><w:r><w:t>3</w:t></w:r><w:del><w:r><w:delText>5</w:delText><w:t>5</w:t></w:r></w:del><w:r><w:t xml:space="preserve"> шт. &amp; ЗИП</w:t></w:r></w:p>` +
          `<w:tbl><w:tr><w:tc>${p('№')}</w:tc><w:tc>${p('Товар')}${p('(марка)')}</w:tc></w:tr><w:tr><w:tc>${p('1')}</w:tc><w:tc>${p('Тепловизор')}</w:tc></w:tr></w:tbl>` +
          `<mc:AlternateContent><mc:Choice>${p('рамка')}</mc:Choice><mc:Fallback>${p('рамка')}</mc:Fallback></mc:AlternateContent>`,
      ),
      'word/footnotes.xml': WORD(p('сноска')),
    });
    expect(textOf(file)).toEqual({
      title: 'Извещение о закупке',
      text: 'Извещение о закупке\nПодавитель\n3 шт. & ЗИП\n№\tТовар (марка)\n1\tТепловизор\nрамка\nсноска',
    });
  });

  it('are read from Excel, row by row', () => {
    const file = officeOf({
      'xl/workbook.xml': '<workbook/>',
      'xl/sharedStrings.xml': '<sst><si><t>Назва</t></si><si><r><t>Дрон </t></r><r><t>DJI</t></r><rPh><t>x</t></rPh></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>К-сть</t></is></c></row><row/><row><c t="s"><v>1</v></c><c><v>4</v></c></row></sheetData></worksheet>',
    });
    expect(textOf(file)).toEqual({ title: null, text: 'Назва\tК-сть\nДрон DJI\t4' });
  });

  it.each([
    ['a picture of a page', pdfOf(Buffer.from('q Q')), 'no text'],
    [
      'one that asks for a password',
      pdfOf(pdfLines([['x', 10]]), {
        extra: `/Encrypt 7 0 R /ID [<${'11'.repeat(16)}> <${'11'.repeat(16)}>]`,
        objects: [`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'22'.repeat(32)}> /U <${'33'.repeat(32)}> >>`],
      }),
      'password',
    ],
    ['what only begins like one', Buffer.from(`%PDF-1.7\n${'garbage '.repeat(50)}`), 'damaged'],
    ['a Word file that was cut short', officeOf({ 'word/document.xml': WORD(p('x')) }).subarray(0, -30), 'damaged'],
    ['a Word file that unpacks to more than is read', officeOf({ 'word/document.xml': Buffer.alloc(80 << 20, 'a') }), 'too much'],
    ['a Word file whose directory lies', lying(), 'damaged'],
  ])('say why nothing is read: %s', (_, bytes, unread) => {
    expect(textOf(bytes)).toEqual({ unread });
  });

  it.each([
    ['time', { longestMs: 4000, mostBytes: 1 << 26, mostGrowth: 2 ** 40 }],
    ['memory', { longestMs: 60_000, mostBytes: 1 << 26, mostGrowth: 200 << 20 }],
  ])(
    'that take too much %s end their thread, and the next one is read',
    (_, limits) => {
      const short = openDocuments(limits);
      // Half a gigabyte of operators in half a megabyte.
      const bomb = pdfOf(deflateSync(Buffer.alloc(512 << 20, 'q Q ')), { filter: '/Filter /FlateDecode' });
      expect(bomb.length).toBeLessThan(1 << 20);
      expect(textOf(bomb, short)).toEqual({ unread: 'too much' });
      expect(textOf(pdfOf(pdfLines([['雷达', 12]])), short)).toMatchObject({ text: '雷达' });
    },
    30_000,
  );

  it('that take too long together are read no more', () => {
    const few = openDocuments({ longestMs: 20_000, mostBytes: 1 << 26, mostGrowth: 2 ** 40, totalMs: 0.001 });
    expect(textOf(pdfOf(pdfLines([['雷达', 12]])), few)).toMatchObject({ text: '雷达' });
    expect(textOf(pdfOf(pdfLines([['电台', 12]])), few)).toEqual({ unread: 'too much' });
  });

  it('that are too large are not read', () => {
    const small = openDocuments({ longestMs: 20_000, mostBytes: 100, mostGrowth: 2 ** 30 });
    expect(textOf(pdfOf(pdfLines([['雷达', 12]])), small)).toEqual({ unread: 'too much' });
  });

  it('are told from other files by their bytes', () => {
    expect(documentKindOf(Buffer.from('PK\u0003\u0004…'))).toBeNull();
    expect(documentKindOf(Buffer.from('hello'))).toBeNull();
    expect(documentKindOf(Buffer.from('\n%PDF-1.4'))).toBe('pdf');
  });
});

/** Its directory says that the member begins behind the end of the file. */
function lying(): Buffer {
  const file = officeOf({ 'word/document.xml': WORD(p('x')) });
  file.writeUInt32LE(0x7fff_ffff, file.length - 22 - 'word/document.xml'.length - 4);
  return file;
}
