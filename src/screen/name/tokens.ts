import { foldText } from '../../text/fold.ts';
import { KIND, foldTable } from '../../text/fold-table.ts';
import { CYRILLIC_OF_LATIN } from '../../text/look-alikes.ts';
import { latinOfCyrillic } from './cyrillic.ts';

export type Script = 'latin' | 'cyrillic' | 'han' | 'hangul' | 'other' | 'digits';

/** A run of one script in a folded name. */
export interface NameToken {
  /** Folded: lower case, no diacritics, simplified Han. */
  readonly text: string;
  readonly script: Script;
  /** UTF-16 offsets in the name as written. */
  readonly start: number;
  readonly end: number;
  /** Letters that dots separate (`S.A.`, `А.С.`), written together here. */
  readonly dotted: boolean;
}

const ASCII = /^[\u0020-\u007e]*$/;

/** Cuts a name into runs of letters or digits. Apostrophes and soft marks inside a word go; hyphens, dots and blanks separate. */
export function tokensOf(written: string): readonly NameToken[] {
  return plainWord(written) ?? tokensOnce(written);
}

/** A word of one alphabet with nothing to fold but capitals, and these at its beginning or throughout; undefined for anything else. */
function plainWord(written: string): readonly NameToken[] | undefined {
  if (written.length === 0 || written.length > LONGEST_PLAIN) return undefined;
  const { unit, cased, kind } = foldTable();
  const alphabet = kind[written.charCodeAt(0)];
  if (alphabet !== KIND.latin && alphabet !== KIND.cyrillic) return undefined;
  const letters: number[] = [];
  let small = false;
  for (let at = 0; at < written.length; at += 1) {
    const code = written.charCodeAt(at);
    if (kind[code] !== alphabet) return undefined;
    const letter = unit[code]!;
    if (cased[code] === letter) small = true;
    else if (small) return undefined;
    if (alphabet === KIND.latin ? code > 0x7f : latinOfCyrillic(letter) === undefined) return undefined;
    letters.push(letter);
  }
  const script = alphabet === KIND.latin ? 'latin' : 'cyrillic';
  return [{ text: String.fromCharCode(...letters), script, start: 0, end: written.length, dotted: false }];
}

const LONGEST_PLAIN = 80;

function tokensOnce(written: string): readonly NameToken[] {
  const name = isGlued(written) ? unglue(written) : written;
  const ascii = ASCII.test(name);
  const folded = ascii ? undefined : foldText(name);
  const text = folded === undefined ? name.toLowerCase() : folded.text;
  const tokens: NameToken[] = [];
  let at = 0;
  while (at < text.length) {
    const script = scriptAt(text, at);
    if (script === undefined) {
      at += 1;
      continue;
    }
    const begin = at;
    let letters = '';
    let from = at;
    while (at < text.length) {
      const next = scriptAt(text, at);
      if (
        next === script ||
        (next === 'digits' && script === 'latin') ||
        (script === 'digits' && next === 'latin' && !ordinalEnds(text, begin, at))
      ) {
        at += isHighSurrogate(text.charCodeAt(at)) ? 2 : 1;
      } else if (next === undefined && isApostrophe(text.charCodeAt(at)) && scriptAt(text, at + 1) === script) {
        letters += text.slice(from, at);
        at += 1;
        from = at;
      } else break;
    }
    letters += text.slice(from, at);
    const ordinal = script === 'digits' && /^\d+$/.test(letters) ? /^(?:st|nd|rd|th)(?![a-z])/.exec(text.slice(at, at + 3)) : null;
    if (ordinal !== null) at += 2;
    const span = folded === undefined ? { start: begin, end: at } : folded.originalSpan(begin, at);
    if (script === 'other' && VOWEL_MARKS.test(letters)) letters = withMarks(name.slice(span.start, span.end));
    tokens.push({ text: letters, script: script === 'digits' && !/^\d+$/.test(letters) ? 'latin' : script, ...span, dotted: false });
  }
  const settled = joinDotted(settleLookAlikes(tokens), name);
  return name === written ? settled : settled.map((token) => ({ ...token, ...backTo(written, token) }));
}

/** Two words that lost the blank between them show it by a capital: NikolayevichDidenko. Not McDonald, TsAGI, RosTech: short pieces stay. */
const GLUED = /\p{Ll}{3}\p{Lu}[\p{L}]{3}/u;

/** True where {@link tokensOf} parts words that no blank does: such a word is others than the same letters in capitals are. */
export function isGlued(written: string): boolean {
  return GLUED.test(written);
}

/** Puts the blank back; a NUL marks it, which no name holds. */
function unglue(name: string): string {
  return name.replaceAll(/(?<=\p{Ll}{3})(?=\p{Lu}\p{L}{3})/gu, '\0');
}

/** Offsets before the blanks were put back. */
function backTo(written: string, { start, end }: NameToken): { readonly start: number; readonly end: number } {
  const glued = unglue(written);
  const blanks = (to: number): number => glued.slice(0, to).split('\0').length - 1;
  return { start: start - blanks(start), end: end - blanks(end) };
}

/** Scripts whose vowels are marks, which folding takes away: from Devanagari to Myanmar, and Khmer. */
const VOWEL_MARKS = /[\u0900-\u109f\u1780-\u17ff]/;

function withMarks(written: string): string {
  return written.normalize('NFC').replaceAll(/[^\p{L}\p{M}]/gu, '');
}

function ordinalEnds(text: string, begin: number, at: number): boolean {
  const rest = text.slice(at, at + 3);
  return /^\d+$/.test(text.slice(begin, at)) && /^(?:st|nd|rd|th)(?![a-z])/.test(rest);
}

/** A Latin C or A alone among Cyrillic words is a Cyrillic one: `Общество C Ограниченной`. */
function settleLookAlikes(tokens: readonly NameToken[]): readonly NameToken[] {
  return tokens.map((token, at) => {
    if (token.script !== 'latin' || token.text.length > 2) return token;
    const beside = [tokens[at - 1], tokens[at + 1]].filter((one) => one !== undefined);
    if (beside.length === 0 || beside.some(({ script }) => script !== 'cyrillic')) return token;
    const letters = Array.from(token.text, (char) => CYRILLIC_OF_LATIN.get(char.charCodeAt(0)));
    return letters.includes(undefined)
      ? token
      : { ...token, script: 'cyrillic', text: String.fromCharCode(...letters.map((unit) => unit ?? 0)) };
  });
}

/** `S.A.R.L.`, `Д.И.`: single letters with nothing but a dot between them become one token. */
function joinDotted(tokens: readonly NameToken[], name: string): readonly NameToken[] {
  if (!name.includes('.')) return tokens;
  const joined: NameToken[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    const touches = before !== undefined && before.script === token.script && name.slice(before.end, token.start) === '.';
    if (
      touches &&
      token.text.length === 1 &&
      (before.dotted || before.text.length === 1) &&
      token.script !== 'han' &&
      token.script !== 'digits'
    )
      joined[joined.length - 1] = { ...before, text: before.text + token.text, end: token.end, dotted: true };
    else joined.push(token);
  }
  return joined;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xdc00;
}

function isApostrophe(unit: number): boolean {
  return (
    unit === 0x27 ||
    unit === 0x60 ||
    unit === 0xb4 ||
    unit === 0x2019 ||
    unit === 0x2018 ||
    unit === 0x02bc ||
    unit === 0x02b9 ||
    unit === 0x02bb ||
    unit === 0x02bf ||
    unit === 0x02be
  );
}

function scriptAt(text: string, at: number): Script | undefined {
  if (at >= text.length) return undefined;
  const unit = text.charCodeAt(at);
  if (unit < 0x80) {
    if (unit >= 0x61 && unit <= 0x7a) return 'latin';
    return unit >= 0x30 && unit <= 0x39 ? 'digits' : undefined;
  }
  if (unit < 0x2b0) return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7 ? 'latin' : undefined;
  if (unit >= 0x400 && unit < 0x530) return latinOfCyrillic(unit) === undefined ? undefined : 'cyrillic';
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3005 || unit === 0x3007) return 'han';
  // Rarer Han takes two units; half of one is nothing.
  if (unit >= 0xd840 && unit <= 0xd888 && isLowSurrogate(text.charCodeAt(at + 1))) return 'han';
  if (unit >= 0xac00 && unit <= 0xd7a3) return 'hangul';
  // Signs that Unicode calls letters (Oʻzbekiston): apostrophes, wherever they stand.
  if (isApostrophe(unit)) return undefined;
  if (unit === 0x30fb || unit === 0x3001 || unit === 0x3002) return undefined;
  return LETTER.test(text.charAt(at)) ? 'other' : undefined;
}

const LETTER = /[\p{L}\p{M}]/u;
