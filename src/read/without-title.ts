import type { SiteKnowledge } from '../catalogue/sites-schema.ts';
import { MessageStems, messageWords } from '../text/message-words.ts';
import { labelledValue } from './labelled-value.ts';

/** So many lines of a page may stand over its title: its name, where one is, a message of today. */
const MAX_LINES_OVER = 12;
/** More letters over the title, as a share of the text under it, are a part of the text. */
const MAX_SHARE_OVER = 0.4;
/** So many letters over the title are never too many: a text may be short. */
const FEW_LETTERS = 120;
/** A line over the title as short as this is a name or a button; a longer one may speak of the notice. */
const SHORT = 40;

/**
 * Without the title and what the site says over it: `reading.text` begins with the title anyway. A line over it stays that says where the purchase stands, whose it is, what number
 * it has or how much it is, or at length something of notices or purchases: *Inactive: the response date of this notice has passed*. What is long and no sentence may be the name of the buyer.
 */
export function withoutTitle(body: string, title: string | null, general: Pick<SiteKnowledge, 'labels' | 'gone'>): string {
  if (title === null) return body;
  const lines = body.split('\n');
  const plain = title.replace(/\s+/g, '');
  const at = lines.slice(0, MAX_LINES_OVER).findIndex((line) => line.replace(/\s+/g, '') === plain);
  if (at === -1) return body;
  const over = lines.slice(0, at);
  const under = lines.slice(at + 1);
  if (lettersIn(over) > Math.max(FEW_LETTERS, lettersIn(under) * MAX_SHARE_OVER)) return body;
  const approved = over.findIndex((line) => APPROVED.test(line));
  return [...over.filter((line, row) => (approved !== -1 && row >= approved) || isOfNotice(line, general)), ...under].join('\n');
}

/** Over who approved a document, and when. */
const APPROVED = /^(?:утверждаю|затверджую|согласовано|погоджено|approved by)(?!\p{L})/iu;

function lettersIn(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

/** Whether a line that stands over a title speaks of the notice. */
export function isOfNotice(line: string, { labels, gone }: Pick<SiteKnowledge, 'labels' | 'gone'>): boolean {
  if (saysState(line, labels.states) || NUMBER.test(line) || labelledValue(line, labels.publisher) !== null) return true;
  if (line.length <= SHORT) return VALUE.test(line);
  return !SENTENCE_END.test(line) || thingsOf(gone.thing).in(messageWords(line));
}

/** Before the number of a purchase. */
const NUMBER = /(?:编号|[№#]|\bNo\.|(?<!\p{L})(?:номер|number|ref(?:erence)?)(?!\p{L}))[ \t:：.]{0,3}[\p{L}\d]{0,12}[-/\p{L}]{0,4}\d/iu;

/** A short value behind its label: *Quantity: 40*; without a colon behind what only goods and money have: *Quantity 40*. */
const VALUE =
  /^[^:：\t\d]{2,20}(?:[:：][ ]?|\t)(?=[^\n]*\d)|^(?:quantity|qty|amount|price|budget|value|volume|weight|количество|кол-во|объ[её]м|цена|сумма|бюджет|масса|кількість|к-сть|обсяг|ціна|сума|数量|预算|金额|单价|限价|最高限价)\.? ?[≤<≥>~≈$€¥₽₴]?[ ]?\d/iu;
/** The end of a sentence: the name of a buyer over a title has none. */
const SENTENCE_END = /[.!?;…](?:\s|$)|[。！？；]/u;

const things = new WeakMap<readonly string[], MessageStems>();

function thingsOf(words: readonly string[]): MessageStems {
  let had = things.get(words);
  if (had === undefined) things.set(words, (had = new MessageStems(words)));
  return had;
}

function saysState(line: string, states: readonly string[]): boolean {
  const said = line
    .slice(Math.max(line.lastIndexOf(':'), line.lastIndexOf('：')) + 1)
    .replace(/[\s[\]()（）【】]+/g, ' ')
    .trim()
    .toLowerCase();
  return states.some((state) => state.toLowerCase() === said);
}
