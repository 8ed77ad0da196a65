import type { TradeParty } from '../../model/trade-party.ts';
import type { Organisation } from './organisations.ts';

/** Non-empty lines of a text in which whoever publishes it names itself. */
const HEAD_LINES = 4;
/** UTF-16 units of a line that may stand beside the name: a heading, a dash, a place. */
const BESIDE = 60;

/**
 * Who buys where no word says so: notices begin with the name of the house that has them published, alone on its line or with the heading. Null where the head names nobody or
 * several, and of a text that is no longer than a head.
 * @param agents words in the names of those who publish for others
 */
export function headBuyer(text: string, organisations: readonly Organisation[], agents: readonly string[]): TradeParty | null {
  const end = headEnd(text);
  if (end === null) return null;
  const inHead = organisations.filter((one) => one.to <= end);
  const [first] = inHead;
  if (first === undefined || inHead.some((one) => text.slice(one.from, one.to) !== text.slice(first.from, first.to))) return null;
  const name = text.slice(first.from, first.to);
  if (agents.some((word) => name.includes(word))) return null;
  const lineStart = text.lastIndexOf('\n', first.from) + 1;
  const newline = text.indexOf('\n', first.to);
  const lineEnd = newline === -1 ? text.length : newline;
  const before = first.from - lineStart;
  if (before > 0 && (before > 2 * BESIDE || lineEnd - first.to > 2)) return null;
  if (lineEnd - first.to > BESIDE) return null;
  return {
    role: 'buyer',
    start: first.from,
    end: first.to,
    text: name,
    named: true,
    kind: 'organisation',
    because: 'the head of the text',
  };
}

/** End of the head; null where nothing stands behind it. */
function headEnd(text: string): number | null {
  let lines = 0;
  let from = 0;
  while (from < text.length) {
    const newline = text.indexOf('\n', from);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(from, end).trim() !== '') lines += 1;
    if (lines === HEAD_LINES) return text.slice(end, end + 200).trim() === '' ? null : end;
    from = end + 1;
  }
  return null;
}
