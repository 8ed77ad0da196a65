import type { ItemWords } from '../../catalogue/items.ts';
import type { Mention } from '../../model/mention.ts';
import { columnsOf } from '../../text/columns.ts';
import { SENTENCE_END } from '../sentence-end.ts';
import { createAmountFinder } from './amounts.ts';
import { listNumber } from './list-number.ts';
import { cellsOf, isRow } from './table-columns.ts';
import type { Cell } from './table-columns.ts';
import { wordPattern } from './word-pattern.ts';

/**
 * The goods that a text of many lines names in passing: in none of the places where a notice says what it wants. Those are its first lines, a line with a label for it, the
 * name in a row of a table with numbers, a line of a list that ends with it or counts it, a sentence that counts it or says before it that it is bought; and a code of a
 * classification, wherever it stands. Goods of a concept that stands in one of these anywhere are wanted wherever they are named. Linear in the text.
 */
export type InPassing = (text: string, mentions: readonly Mention[]) => ReadonlySet<Mention>;

/** Columns of a text, Han characters two wide, and non-empty lines from which it has more to say than what it wants. */
const MUCH = { columns: 600, lines: 5 };
/** Non-empty lines at its beginning that are its title. */
const TITLE_LINES = 3;
/** How far from goods their number and the word for buying may stand, in UTF-16 units. */
const NEAR = 80;
/** UTF-16 units that a number with its unit takes at most. */
const LONGEST_COUNT = 24;
/** Columns that may stand before and behind a name that is a line of a list. */
const BESIDE = { before: 40, behind: 8 };
/** Places of one kind of goods that are looked at: who wants them says so early. */
const MOST_LOOKED_AT = 8;
/** Part of a line that is looked at on either side. */
const WINDOW = 160;

/** Compiles the words once. */
export function createInPassing(words: ItemWords): InPassing {
  const amounts = createAmountFinder(words);
  const numbered = listNumber(words.listWords);
  const label = new RegExp(String.raw`^[\s\d.)、•*-]{0,8}(?:${wordPattern(words.subject)})[^:：\n]{0,24}[:：]`, 'iu');
  const wanted = new RegExp(String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:${wordPattern(words.wanted)})`, 'iu');
  const refused = new RegExp(String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:${wordPattern(words.refused)})`, 'iu');

  function isCounted({ line, start, end }: Place): boolean {
    const from = Math.max(0, start - NEAR - LONGEST_COUNT);
    const near = line.slice(from, end + NEAR + LONGEST_COUNT);
    if (!DIGIT.test(near)) return false;
    return amounts.quantities(near).some((one) => {
      if (!one.isStated) return false;
      const isBefore = from + one.end <= start;
      const left = isBefore ? from + one.end : end;
      const right = Math.max(left, isBefore ? start : from + one.start);
      return right - left <= NEAR && !SENTENCE_END.test(line.slice(left, right));
    });
  }

  function stands(place: Place): boolean {
    const { line, start, end, isWhole } = place;
    if (isRow(line)) return isNameInRow(cellsOf(line, { start: 0, end: line.length }), start);
    if (isWhole && label.test(line)) return true;
    const before = line.slice(0, start).split(SENTENCE_END).at(-1) ?? '';
    const after = line.slice(end).split(SENTENCE_END)[0] ?? '';
    if (refused.test(before) || refused.test(after)) return false;
    if (wanted.test(before.slice(-NEAR)) || isCounted(place)) return true;
    if (!isWhole || !numbered.test(line)) return false;
    return isAlone(place) || (DIGIT.test(after) && amounts.quantities(after).some(({ isStated }) => isStated));
  }

  return (text, mentions) => {
    const goods = mentions.filter(({ counted }) => counted);
    const titleEnd = goods.length === 0 ? null : endOfTitle(text);
    if (titleEnd === null) return NOTHING;
    const isSought = (mention: Mention): boolean => mention.kind === 'code' || mention.start < titleEnd || stands(placeOf(text, mention));
    const aside = [...Map.groupBy(goods, ({ concept }) => concept).values()].filter(
      (same) => !same.slice(0, MOST_LOOKED_AT).some(isSought),
    );
    return new Set(aside.flat());
  };
}

/** A mention in its line, or in the part of a long one around it. */
interface Place {
  readonly line: string;
  readonly start: number;
  readonly end: number;
  /** `line` begins where the line does. */
  readonly isWhole: boolean;
}

function placeOf(text: string, { start, end }: Mention): Place {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  const after = text.slice(end, end + WINDOW);
  const opens = before.lastIndexOf('\n') + 1;
  const closes = after.indexOf('\n');
  const line = `${before.slice(opens)}${text.slice(start, end)}${closes === -1 ? after : after.slice(0, closes)}`;
  return { line, start: before.length - opens, end: before.length - opens + end - start, isWhole: opens > 0 || start <= WINDOW };
}

const DIGIT = /\d/;

const NOTHING: ReadonlySet<Mention> = new Set();

/** The line is the name, but for a number, an adjective and a sign or two. */
function isAlone({ line, start, end }: Place): boolean {
  return columnsOf(line.slice(0, start)) <= BESIDE.before && columnsOf(line.slice(end)) <= BESIDE.behind;
}

/** Where the title of a text that says much ends; null of one that does not. */
function endOfTitle(text: string): number | null {
  let lines = 0;
  let columns = 0;
  let titleEnd = text.length;
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(from, end).trim();
    if (line !== '') {
      lines += 1;
      columns += columnsOf(line.slice(0, MUCH.columns));
      if (lines === TITLE_LINES) titleEnd = end;
      if (lines >= MUCH.lines && columns >= MUCH.columns) return titleEnd;
    }
    from = end + 1;
  }
  return null;
}

/** In one of the first two cells of words, of a row that has a number behind its first cell. */
function isNameInRow(cells: readonly Cell[], start: number): boolean {
  if (!cells.slice(1).some(({ text }) => NUMBER_CELL.test(text))) return false;
  const upTo = cells.slice(0, cells.findIndex(({ end }) => start < end) + 1);
  return upTo.length > 0 && upTo.filter(({ text }) => WORDS.test(text) && !NUMBER_CELL.test(text)).length <= 2;
}

const WORDS = /\p{L}{2}|\p{Script=Han}/u;
const NUMBER_CELL = /^\s*\d[\d\s.,]*(?:[\p{L}.-]{1,10}\.?)?\s*$/u;
