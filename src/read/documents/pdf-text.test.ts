import { describe, expect, it } from 'vitest';
import { pdfText, type PdfPiece } from './pdf-text.ts';

/** A line of pieces at one height: text with what is blank before it, in points. */
function line(y: number, ...parts: readonly (readonly [gap: number, text: string, width: number])[]): PdfPiece[] {
  let x = 50;
  const pieces = parts.flatMap(([gap, text, width]): PdfPiece[] => {
    const before = { text: ' ', x, y, width: gap, height: 0, endsLine: false };
    x += gap + width;
    const piece = { text, x: x - width, y, width, height: 10, endsLine: false };
    return gap === 0 ? [piece] : [before, piece];
  });
  return [...pieces, { text: '', x, y, width: 0, height: 0, endsLine: true }];
}

describe('the text of a PDF', () => {
  it('joins lines that only the width of the page broke', () => {
    const pages = [
      [
        ...line(700, [0, '现采购无人机干', 400]),
        ...line(685, [0, '扰设备。', 50]),
        ...line(660, [0, '1. Пода-', 400]),
        ...line(645, [0, 'витель', 60]),
        ...line(630, [0, 'The', 398]),
        ...line(615, [0, 'end', 30]),
        ...line(600, [0, '2. Next', 30]),
      ],
    ];
    expect(pdfText(pages).text).toBe('现采购无人机干扰设备。\n1. Подавитель\nThe end\n2. Next');
  });

  it('parts cells by tabs: in Han and between numbers by any blank, elsewhere by a wide one', () => {
    const pages = [
      [
        ...line(700, [0, '名称', 20], [5, '数量', 20], [1, 'x', 5], [1, '640', 15], [5, '3', 5]),
        ...line(640, [0, 'two', 20], [5, 'words', 30], [40, 'cell', 20]),
      ],
    ];
    expect(pdfText(pages).text).toBe('名称\t数量 x 640\t3\ntwo words\tcell');
  });

  it('leaves out what stands at the head or foot of most pages, and shows the characters of radicals', () => {
    const pages = ['⽆⼈机', '第二', '第三', '第四'].map((text, n) => [
      ...line(800, [0, '某市采购中心', 60]),
      ...line(500, [0, text, 30]),
      ...line(20, [0, `第 ${n + 1} 页`, 30]),
    ]);
    expect(pdfText(pages).text).toBe('无人机\n第二\n第三\n第四');
  });

  it('has no title where all letters are of one size, and no text without pages', () => {
    expect(pdfText([line(700, [0, 'a', 10])])).toEqual({ text: 'a', title: null });
    expect(pdfText([])).toEqual({ text: '', title: null });
  });
});
