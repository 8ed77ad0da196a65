import { Parser } from 'htmlparser2';
import type { DocumentText } from './document-text.ts';
import type { Members } from './docx-text.ts';

const MOST_SHEETS = 1000;

/** The text of an XLSX (ECMA-376): a line for each row, cells parted by tabs, sheet by sheet as their files are numbered. Linear. */
export function xlsxText(members: Members): DocumentText {
  const shared = sharedStrings(members('xl/sharedStrings.xml') ?? '');
  const lines: string[] = [];
  for (let n = 1; n <= MOST_SHEETS; n += 1) {
    const sheet = members(`xl/worksheets/sheet${n}.xml`);
    if (sheet === undefined) break;
    for (const row of rowsOf(sheet, shared)) lines.push(row);
  }
  return { text: lines.join('\n'), title: null };
}

function sharedStrings(source: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'si') text = '';
        else if (name === 't') inText = true;
        else if (name === 'rPh') phonetic += 1;
      },
      ontext(data) {
        if (inText && phonetic === 0) text += data;
      },
      onclosetag(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') phonetic -= 1;
        else if (name === 'si') strings.push(text.replaceAll(/\s+/g, ' ').trim());
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  return strings;
}

function rowsOf(source: string, shared: readonly string[]): readonly string[] {
  const rows: string[] = [];
  let row: string[] = [];
  let kind = '';
  let value = '';
  let inValue = false;
  const parser = new Parser(
    {
      onopentag(name, { t }) {
        if (name === 'row') row = [];
        else if (name === 'c') [kind, value] = [t ?? 'n', ''];
        else if (name === 'v' || name === 't') inValue = true;
      },
      ontext(data) {
        if (inValue) value += data;
      },
      onclosetag(name) {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'c') {
          const text = kind === 's' ? (shared[Number(value)] ?? '') : value.replaceAll(/\s+/g, ' ').trim();
          if (text !== '') row.push(text);
        } else if (name === 'row' && row.length > 0) rows.push(row.join('\t'));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  return rows;
}
