import type { TradeRole } from '../../model/trade-party.ts';
import type { TradeHit, TradeHits } from './trade-hits.ts';
import type { TradeWord } from '../../catalogue/trade-roles.ts';

/** What stands behind a label: `Заказчик: ООО «Ромашка»`. */
export interface LabelledValue {
  readonly role: TradeRole;
  readonly kind: TradeWord['kind'];
  /** The label as the text writes it. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

const AFTER_LABEL = /\s{0,4}(?:[(（][^)）\n]{0,40}[)）])?\s{0,4}(?:[:：|\t]|[—–]\s)[ \t\u00a0\u3000]{0,8}(?:\n[ \t]{0,4}(?=\S))?/y;
const LONGEST_VALUE = 200;
const LETTER = /[\p{L}\p{N}]/u;
/** Ends a value wherever it stands. */
const HARD_END = /[\n\t|；;。]|\s{3,}/u;
/** A comma ends it too, unless a legal form follows. */
const COMMA = /[，]|,(?!\s?(?:Ltd|Inc|LLC|Corp|L\.L\.C|S\.A|GmbH|Limited|JSC))/u;
/** A full stop behind a word or number that is no abbreviation, and a new sentence. */
const SENTENCE_END = /(?<=[\p{L}\d]{4})[.!?]\s+(?=\p{Lu}\p{Ll})/u;
const SECTION_REACH = 400;

/** Values of the labels of a text, in order: up to the end of the line, the next label, or a comma outside quotes. */
export function labelledValues(text: string, hits: TradeHits): readonly LabelledValue[] {
  const values: LabelledValue[] = [];
  const labels = inOrder([...hits.of('label'), ...hits.of('name')]);
  const starts = labels.map(({ from }) => from);
  const sections = hits.of('section');
  let section = 0;
  labels.forEach((hit, at) => {
    const { word, from, to } = hit;
    for (; (sections[section + 1]?.from ?? Infinity) <= from; section += 1);
    if (LETTER.test(text.charAt(from - 1)) && !(word.lang === 'zh' && word.role === 'contact')) return;
    AFTER_LABEL.lastIndex = to;
    if (!AFTER_LABEL.test(text)) return;
    const begin = AFTER_LABEL.lastIndex;
    const role = word.is === 'name' ? roleOf(sections[section], from) : word.role;
    if (role === null) return;
    const end = Math.min(begin + LONGEST_VALUE, nextLabel(text, labels, starts, at, begin));
    const value = cutValue(text.slice(begin, end), word.kind);
    if (value === '') return;
    const lead = value.length - value.trimStart().length;
    values.push({ role, kind: word.kind, label: text.slice(from, to), from: begin + lead, to: begin + value.length });
  });
  return values;
}

function inOrder(hits: readonly TradeHit[]): readonly TradeHit[] {
  return hits.toSorted((a, b) => a.from - b.from);
}

function roleOf(section: TradeHit | undefined, from: number): TradeRole | null {
  return section !== undefined && section.to <= from && from - section.to <= SECTION_REACH ? section.word.role : null;
}

/** Where the next label that has a colon begins. */
function nextLabel(text: string, labels: readonly TradeHit[], starts: readonly number[], at: number, begin: number): number {
  for (let next = at + 1; next < Math.min(at + 6, labels.length); next += 1) {
    const label = labels[next];
    if (label === undefined || (starts[next] ?? 0) < begin) continue;
    AFTER_LABEL.lastIndex = label.to;
    if (AFTER_LABEL.test(text)) return label.from;
    if (label.from - begin > LONGEST_VALUE) break;
  }
  return Infinity;
}

/** The value without what follows it; white space before it is kept, so that its place can be told. */
function cutValue(raw: string, kind: TradeWord['kind']): string {
  const lead = raw.length - raw.trimStart().length;
  const body = raw.slice(lead);
  const whole = body.slice(0, HARD_END.exec(body)?.index ?? body.length);
  const line = whole.slice(0, SENTENCE_END.exec(whole)?.index ?? whole.length);
  const cut =
    kind === 'address' || kind === 'person' ? line : kind === 'place' ? (line.split('，')[0] ?? '') : line.slice(0, commaAt(line));
  return raw.slice(0, lead) + cut.replace(/[\s,，、.(（:：]+$/u, (tail) => (/^\.?$/u.test(tail) ? tail : ''));
}

/** Index of the first comma outside quotes. */
function commaAt(line: string): number {
  let from = 0;
  for (let round = 0; round < 4; round += 1) {
    const at = line.slice(from).search(COMMA);
    if (at === -1) return line.length;
    const comma = from + at;
    const before = line.slice(0, comma);
    const open =
      (before.match(/[«“„]/gu)?.length ?? 0) > (before.match(/[»”]/gu)?.length ?? 0) || (before.match(/"/gu)?.length ?? 0) % 2 === 1;
    if (!open) return comma;
    from = comma + 1;
  }
  return line.length;
}
