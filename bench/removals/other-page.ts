import type { SeenPage } from '../../src/observe/page-judgement.ts';

/** The page of another notice of a site: the one that is given, with other letters and digits in the lines that are the notice's own. `seen`: that page as it is read. */
export function otherPage(html: string, { reading, look }: SeenPage): string {
  const own = new Set(
    [reading.title ?? '', look.title, ...reading.text.split('\n')].map((line) => line.trim()).filter((line) => line !== ''),
  );
  const text = reading.text.replace(/\s+/g, ' ');
  return html.replace(/>([^<>]+)</g, (all, line: string) => {
    const words = line.replace(/\s+/g, ' ').trim();
    return words !== '' && (own.has(words) || text.includes(words)) ? `>${otherLetters(line)}<` : all;
  });
}

/** Letters of each script and digits, each moved on by some places. */
function otherLetters(text: string): string {
  return text.replace(/&\w+;|[a-zа-я0-9\u4e00-\u9f00]/gu, (letter) => {
    const range = RANGES.find(([first, last]) => letter >= first && letter <= last);
    if (range === undefined || letter.length > 1) return letter;
    const [from, to] = [range[0].charCodeAt(0), range[1].charCodeAt(0)];
    return String.fromCharCode(from + ((letter.charCodeAt(0) - from + 5) % (to - from + 1)));
  });
}

const RANGES: readonly (readonly [first: string, last: string])[] = [
  ['a', 'z'],
  ['а', 'я'],
  ['0', '9'],
  ['\u4e00', '\u9f00'],
];
