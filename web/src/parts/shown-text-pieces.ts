/** A piece of hostile text: shown as it is, or a run of characters that cannot be seen, with what they are called. */
export type TextPiece = { readonly text: string } | { readonly name: string; readonly code: string; readonly times: number };

/** Characters that are not seen but change what is: controls, bidi, zero-width, fillers, tags; and a pile of marks over one letter, higher than any script makes it, which would be drawn over the lines around. Tab and line feed are seen. */
const UNSEEN =
  /[\u0300-\u036F\u0483-\u0489\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u06D6-\u06DC\u06DF-\u06E4\u06EA-\u06ED\u0730-\u074A\u07EB-\u07F3\u0816-\u0819\u0859-\u085B\u08D3-\u08E1\u08E3-\u08FF\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE\u1AB0-\u1ACE\u1DC0-\u1DFF\u20D0-\u20F0\u1CD0-\u1CD2\u1CD4-\u1CE0\uA8E0-\uA8F1\uFE00-\uFE0F\uFE20-\uFE2F]{6,}|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB]|[\uFE00-\uFE0F]{2,}|\u{1D173}|[\u{1D174}-\u{1D17A}]|[\u{E0000}-\u{E007F}]|[\u{E0100}-\u{E01EF}]{2,}/gu;

const NAMES: Readonly<Record<string, string>> = {
  '00': 'NUL',
  '0D': 'CR',
  '1B': 'ESC',
  '7F': 'DEL',
  AD: 'SHY',
  '34F': 'CGJ',
  '61C': 'ALM',
  '200B': 'ZWSP',
  '200C': 'ZWNJ',
  '200D': 'ZWJ',
  '200E': 'LRM',
  '200F': 'RLM',
  '2028': 'LS',
  '2029': 'PS',
  '202A': 'LRE',
  '202B': 'RLE',
  '202C': 'PDF',
  '202D': 'LRO',
  '202E': 'RLO',
  '2060': 'WJ',
  '2066': 'LRI',
  '2067': 'RLI',
  '2068': 'FSI',
  '2069': 'PDI',
  FEFF: 'BOM',
};

/** Splits a text where something stands that cannot be seen; equal ones after one another are one piece. Linear. A joiner within an emoji is seen. */
export function piecesOf(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { 0: unseen, index } of text.matchAll(UNSEEN)) {
    if (unseen === '\u200D' && joinsEmoji(text, index)) continue;
    const code = (unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const last = pieces.at(-1);
    if (index > at) pieces.push({ text: text.slice(at, index) });
    if (/^\p{M}{6}/u.test(unseen)) pieces.push({ name: '◌', code, times: unseen.length });
    else if (index === at && last !== undefined && 'code' in last && last.code === code)
      pieces[pieces.length - 1] = { ...last, times: last.times + 1 };
    else pieces.push({ name: NAMES[code] ?? `U+${code.padStart(4, '0')}`, code, times: 1 });
    at = index + unseen.length;
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at) });
  return pieces;
}

function joinsEmoji(text: string, at: number): boolean {
  return (
    /\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?$/u.test(text.slice(Math.max(0, at - 4), at)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3))
  );
}

/** The same as one string, for names and titles that are read aloud or shown by the browser itself: `⟨RLO⟩` for what cannot be seen. */
export function shownString(text: string): string {
  return piecesOf(text)
    .map((piece) => ('text' in piece ? piece.text : `⟨${piece.name}${piece.times > 1 ? `×${piece.times}` : ''}⟩`))
    .join('');
}

/** Whether a text has what cannot be seen; most have not. */
export function hasUnseen(text: string): boolean {
  return text.search(UNSEEN) !== -1;
}
