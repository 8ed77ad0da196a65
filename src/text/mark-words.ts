import type { Span } from '../model/span.ts';
import { foldText } from './fold.ts';
import { queryParts, type QueryPart } from './search-segments.ts';

/** Marks beyond that tell a reader nothing more. */
const MOST_MARKS = 200;
const HAN = /\p{Script=Han}/u;

/** Where the words of a query stand in a text, as a search finds them: offsets in UTF-16, in order, without overlaps. */
export function markWords(text: string, query: string): readonly Span[] {
  const patterns = queryParts(query).map(patternOf);
  if (patterns.length === 0) return [];
  const folded = foldText(text);
  const spans: Span[] = [];
  for (const pattern of patterns)
    for (const { 0: found, index } of folded.text.matchAll(pattern)) {
      if (spans.length >= MOST_MARKS) break;
      spans.push(folded.originalSpan(index, index + found.length));
    }
  return joined(spans);
}

/** Words begin where no other word goes on; the last word of a prefix is marked to its end. */
function patternOf({ terms, prefix }: QueryPart): RegExp {
  const tokens = tokensOf(terms).map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)];
  const before = HAN.test(first) ? '' : '(?<![\\p{L}\\p{N}])';
  const behind = HAN.test(last) ? '' : prefix ? '(?:(?!\\p{Script=Han})[\\p{L}\\p{N}])*' : '(?![\\p{L}\\p{N}])';
  return new RegExp(before + tokens.join('[^\\p{L}\\p{N}]{0,8}') + behind, 'gu');
}

/** Overlapping pairs of Han characters as the run that they were made of. */
function tokensOf(terms: readonly string[]): readonly string[] {
  const tokens: string[] = [];
  for (const term of terms) {
    const last = tokens.at(-1);
    if (last === undefined || !HAN.test(last) || last.slice(-1) !== term.charAt(0)) tokens.push(term);
    else tokens[tokens.length - 1] = last + term.slice(1);
  }
  return tokens;
}

function joined(spans: readonly Span[]): readonly Span[] {
  const marks: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = marks.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
