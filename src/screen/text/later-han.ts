import type { Span } from '../../model/span.ts';
import type { NameKnowledge } from '../knowledge.ts';
import { hanWords, type HanName } from './han-name.ts';

/**
 * Where a text calls an organisation by its brand, alone or with what else its name has: 凌芯, 凌芯公司, 苏州凌芯, 蓉安特车 for 蓉安特种车辆. None where the same brand stands in the name
 * of another. Linear in the text.
 */
export function findHanName(
  text: string,
  { before, brand, behind, common }: HanName,
  isTaken: (span: Span) => boolean,
  knowledge: NameKnowledge,
): readonly Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(brand), n = 0; at >= 0 && n < MOST_LOOKED_AT; at = text.indexOf(brand, at + brand.length), n += 1) {
    if (isTaken({ start: at, end: at + brand.length })) continue;
    const end = endOf(text, at + brand.length, behind);
    const start = startOf(text, at, before);
    const quoted = OPENING.test(text.charAt(start - 1)) && CLOSING.test(text.charAt(end));
    const more = end > at + brand.length || start < at;
    if (!quoted && common && !more) continue;
    if (isOfPlace(text, end)) return [];
    if (!isFormed(text.slice(at + brand.length, end)) && goesOnAsOther(text, end)) return [];
    const left = quoted ? 'free' : leftOf(text, start, knowledge);
    if (left === 'other') return [];
    if (left === 'free' && (quoted || isClosed(text, end, knowledge))) places.push({ start, end });
  }
  return places;
}

/** Takes on, behind a brand, the characters that the name has behind it, in their order, though not all of them. */
function endOf(text: string, from: number, behind: string): number {
  let end = from;
  for (let at = 0; end < text.length; end += 1) {
    const next = behind.indexOf(text.charAt(end), at);
    if (next < 0) break;
    at = next + 1;
  }
  return end;
}

/** Takes on the end of what the name has before its brand, a place perhaps with its 市 or 省. */
function startOf(text: string, from: number, before: string): number {
  if (before === '') return from;
  const rest = before.replace(/[省市区县]$/u, '');
  const gap = /[省市区县]/u.test(text.charAt(from - 1)) ? 1 : 0;
  for (let length = rest.length; length > 1; length -= 1) if (text.endsWith(rest.slice(-length), from - gap)) return from - gap - length;
  return from;
}

/** What stands before a name: nothing that belongs to it, another place or brand that does, or who knows what. */
function leftOf(text: string, start: number, knowledge: NameKnowledge): 'free' | 'other' | 'unknown' {
  const run = HAN_BEFORE.exec(text.slice(Math.max(0, start - AROUND), start))?.[0] ?? '';
  if (run === '') return 'free';
  const words = hanWords(run + text.slice(start, start + AROUND));
  let at = 0;
  for (const word of words) {
    const end = at + word.length;
    if (end === run.length) {
      if (knowledge.han.get(word)?.kind === 'place') return 'other';
      return word.length > 1 || SMALL.test(word) ? 'free' : 'unknown';
    }
    if (end > run.length) return 'unknown';
    at = end;
  }
  return 'unknown';
}

/** True where what ends at a place is one: 齐河 | 县. */
export function isOfPlace(text: string, end: number): boolean {
  return PLACE_ENDS.test(text.charAt(end));
}

/** True where the name of another organisation goes on behind a place: …物流有限公司. */
export function goesOnAsOther(text: string, end: number): boolean {
  return GOES_ON.test(text.slice(end, end + REACH));
}

/** Does a name end at a place: at the end of a run, or before a word of the language that is no trade, as 物流 in 凌芯物流 is? */
export function isClosed(text: string, end: number, knowledge: NameKnowledge): boolean {
  if (!HAN.test(text.charAt(end))) return true;
  const from = Math.max(0, end - AROUND);
  let at = from;
  for (const word of hanWords(text.slice(from, end + AROUND))) {
    if (at === end) return (word.length > 1 || SMALL_BEHIND.test(word)) && knowledge.han.get(word)?.kind !== 'trade';
    at += word.length;
    if (at > end) return false;
  }
  return true;
}

function isFormed(text: string): boolean {
  return FORM_END.test(text);
}

const HAN = /[\u3400-\u9fff]/;
const HAN_BEFORE = /[\u3400-\u9fff]+$/;
const OPENING = /["“「『《‘]/;
const CLOSING = /["”」』》’]/;
const FORM_END = /(?:公司|集团|厂|[院所校]|大学|中心|银行)$/;
/** Other words and a form: the name of another organisation. Not behind a word that no name has: 华为向某公司. */
const GOES_ON =
  /^(?:(?![的与和及向对为由在将是了等已未均给被让请把])[\u3400-\u9fff]){1,12}?(?:公司|集团|厂|研究[院所]|大学|学院|学校|中心|合作社|银行|经营部|商行)/u;
/** Behind a brand that is a place: 齐河县. */
const PLACE_ENDS = /[省市区县镇乡村州]/u;
/** Words of one character that stand before names. */
const SMALL = /[由与和及向给为被对是的在据了让请把将从至到、等如跟同找用买称]/u;
/** And behind them. */
const SMALL_BEHIND = /[的与和及向对为由在将是了等已未均给被让请把也则称说至到从]/u;
/** Places of one brand that are looked at. */
const MOST_LOOKED_AT = 2_000;
const AROUND = 8;
const REACH = 20;
