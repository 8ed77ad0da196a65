import { LONGEST_PATTERNED } from '../clean-value.ts';

const LANGUAGE = '(?:in )?(?:chinese|russian|ukrainian|belarusian|arabic|persian|farsi|korean|burmese|serbian|turkish|english)';
/**
 * What a cell of the EU journal writes before a name and is none: `a.k.a. X`, `formerly known as X`, `Chinese: X`, or `Text of image` alone.
 * Languages count only with a colon: the Russian Navy is a name.
 */
const REMARKS = new RegExp(
  `^(?:(?:a\\.?\\s?k\\.?\\s?a\\.?|f\\.?\\s?k\\.?\\s?a\\.?|also known as|formerly(?: known as)?|previously known as)(?:\\s*[:,]\\s*|\\s+)|` +
    `(?:alias(?:es)?|associates?|(?:other|local|original|former) names?|(?:latin|cyrillic|alternative) spelling|text of image|${LANGUAGE})\\s*(?::\\s*|$))+`,
  'iu',
);
const LATIN = /\p{Script=Latin}/u;
/** `Dmitri PETROV (Dmitriy PETROV)`: the journal writes surnames in capitals. */
const CAPITAL_SURNAME = /^\p{Lu}[\p{L}’'-]+ (?:[\p{L}’'-]+ )*\p{Lu}{3,}$/u;
const OTHER_SCRIPT =
  /[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Georgian}\p{Script=Myanmar}]/u;

/** Names of an alias cell, in their order: parted at semicolons, slashes between spaces, and at a bracket in another script. */
export function splitAliases(cell: string): readonly string[] {
  const names = new Set<string>();
  for (const part of cell.split(/;|；|\s\/\s|\n/u)) {
    if (part.length > LONGEST_PATTERNED) continue;
    for (const name of splitBrackets(part.trim().replace(REMARKS, ''))) {
      const bare = bareName(name);
      if (bare.length > 1 && /\p{L}/u.test(bare)) names.add(bare);
    }
  }
  return [...names];
}

/** `Общество «Центр» (ООО «Центр»)` and `Name (Имя)` hold two names; `Company (Russia)` one. */
function splitBrackets(text: string): readonly string[] {
  const bracket = /^(.*?)\s*[(（]([^()（）]+)[)）]?\s*(.*)$/u.exec(text);
  if (!bracket) return [text];
  const [, before = '', inside = '', after = ''] = bracket;
  const label = inside.replace(REMARKS, '');
  const another =
    CAPITAL_SURNAME.test(inside) ||
    OTHER_SCRIPT.test(inside) ||
    label !== inside ||
    (OTHER_SCRIPT.test(before) && LATIN.test(inside) && !OTHER_SCRIPT.test(inside));
  if (!another || before.trim() === '') return before.trim() === '' && after.trim() === '' ? [label] : [text];
  return [before, label, after.replace(/^[,;:]\s*/u, '')];
}

/** Quotes around the whole name and stray punctuation at its ends. */
function bareName(text: string): string {
  const bare = text
    .replace(REMARKS, '')
    .replace(/^[\s,.:;"“”•–-]+(?=[\p{L}\p{N}‘'«„])|[\s,:;"]+$/gu, '')
    .trim();
  const quoted = /^[‘'“«„](.+)[’'”»“]$/u.exec(bare);
  return quoted?.[1] !== undefined && !/[‘’'“”«»„]/u.test(quoted[1]) ? quoted[1] : bare;
}
