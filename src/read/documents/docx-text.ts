import { Parser } from 'htmlparser2';
import type { DocumentText } from './document-text.ts';

/** Members of an Office file by name, decoded; undefined where there is none. */
export type Members = (name: string) => string | undefined;

/** The text of a DOCX (ECMA-376): a line for each paragraph, cells parted by tabs, what was deleted left out, notes behind. Linear. */
export function docxText(members: Members): DocumentText {
  const body = members('word/document.xml');
  if (body === undefined) return { unread: 'damaged' };
  const { lines, title } = wordLines(body);
  for (const part of ['word/footnotes.xml', 'word/endnotes.xml']) lines.push(...wordLines(members(part) ?? '').lines);
  return { text: lines.join('\n'), title };
}

/** Elements whose text is not shown, or stands in another one too. */
const UNSHOWN: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:pPrChange',
  'w:rPrChange',
]);
const TITLE_STYLE = /^(?:title|subject|heading ?1|1|a3|标题|标题 ?1|заголовок ?1|название)$/i;

function wordLines(source: string): { readonly lines: string[]; readonly title: string | null } {
  const lines: string[] = [];
  let title: string | null = null;
  let line = '';
  let unshown = 0;
  let inText = false;
  let inCells = 0;
  let isTitle = false;
  let isCentred = false;
  const endLine = (): void => {
    const text = line
      .replaceAll(/[^\S\t]+/g, ' ')
      .replaceAll(/ ?\t ?/g, '\t')
      .trim();
    if (text !== '') {
      if (title === null && (isTitle || (lines.length === 0 && isCentred)) && text.length <= MOST_TITLE) title = text.replaceAll('\t', ' ');
      lines.push(text);
    }
    line = '';
    isTitle = false;
    isCentred = false;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (UNSHOWN.has(name)) unshown += 1;
        if (unshown > 0) return;
        if (name === 'w:t') inText = true;
        else if (name === 'w:tab' || name === 'w:ptab') line += '\t';
        else if (name === 'w:br' || name === 'w:cr') line += inCells > 0 ? ' ' : '\n';
        else if (name === 'w:noBreakHyphen') line += '-';
        else if (name === 'w:tc') inCells += 1;
        else if (name === 'w:pStyle' && TITLE_STYLE.test(attributes['w:val'] ?? '')) isTitle = true;
        else if (name === 'w:jc' && attributes['w:val'] === 'center') isCentred = true;
      },
      ontext(text) {
        if (inText && unshown === 0) line += text;
      },
      onclosetag(name) {
        if (UNSHOWN.has(name)) unshown = Math.max(0, unshown - 1);
        else if (name === 'w:t') inText = false;
        else if (name === 'w:tc') {
          inCells = Math.max(0, inCells - 1);
          line += inCells > 0 ? ' ' : '\t';
        } else if (name === 'w:tr' && inCells === 0) endLine();
        else if (name === 'w:p') {
          // A cell may have several paragraphs; its row is one line.
          if (inCells > 0) line += ' ';
          else
            for (const text of line.split('\n')) {
              line = text;
              endLine();
            }
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(source);
  parser.end();
  endLine();
  return { lines, title };
}

const MOST_TITLE = 200;
