import { KIND, foldTable } from './fold-table.ts';
import { foldText } from './fold.ts';
import { searchStem } from './search-stem.ts';

/**
 * The tokens under which a text is indexed, folded and separated by blanks: words as they are, runs of Han characters as
 * overlapping pairs (侦测器 → 侦测 测器), a lone Han character as itself. Every Han run also gives its last character,
 * so that a one-character query finds it by prefix.
 */
export function segmentForSearch(text: string): string {
  const tokens: string[] = [];
  for (const { word, han } of words(text)) {
    if (!han) tokens.push(word);
    else if (word.length > 1) tokens.push(...pairs(word), word.slice(-1));
    else tokens.push(word);
  }
  return tokens.join(' ');
}

/**
 * An FTS5 MATCH expression over text indexed by {@link segmentForSearch}: everything asked for must occur, Han runs as
 * phrases of their pairs, words in any of their forms and as prefixes; words in double quotes are a phrase, and stand as they are. Any input is safe. Empty where the query has nothing to search for.
 */
export function searchQuery(query: string): string {
  return queryParts(query)
    .map(({ terms, prefix }) => `"${terms.join(' ')}"${prefix ? ' *' : ''}`)
    .join(' AND ');
}

/** One conjunct of a query: tokens that must stand in this order, the last one perhaps as a prefix. */
export interface QueryPart {
  readonly terms: readonly string[];
  readonly prefix: boolean;
}

/** The query as data, for stores whose expression language is not FTS5's. */
export function queryParts(query: string): QueryPart[] {
  const parts: QueryPart[] = [];
  for (const [index, quoted] of query.split(/["“”«»]/).entries()) {
    const found = words(quoted);
    if (index % 2 === 1 && found.length > 1) {
      // a quoted phrase: pairs of Han runs in it stay in order, words are whole; the index puts a last single character after a run
      const terms = found.flatMap(({ word, han }, at) => phraseTerms(word, han, at < found.length - 1));
      parts.push({ terms, prefix: false });
      continue;
    }
    for (const { word, han } of found) {
      if (!han) parts.push(index % 2 === 0 ? { terms: [searchStem(word)], prefix: true } : { terms: [word], prefix: false });
      else if (word.length > 1) parts.push({ terms: pairs(word), prefix: false });
      else parts.push({ terms: [word], prefix: true });
    }
  }
  return parts;
}

function phraseTerms(word: string, han: boolean, followed: boolean): string[] {
  if (!han || word.length <= 1) return [word];
  return followed ? [...pairs(word), word.slice(-1)] : pairs(word);
}

/** Overlapping pairs of a run of at least two Han characters; the runs hold none beyond the basic plane. */
function pairs(run: string): string[] {
  return Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2));
}

interface Word {
  readonly word: string;
  readonly han: boolean;
}

/** Longest word kept whole; a longer one is cut, so that no token grows with the text. */
const LONGEST_WORD = 64;

function words(text: string): Word[] {
  const folded = foldText(text).text;
  const { kind } = foldTable();
  const found: Word[] = [];
  let start = 0;
  let current = 0;
  for (let index = 0; index <= folded.length; index += 1) {
    const group = index < folded.length ? groupOf(folded.charCodeAt(index), kind) : 0;
    if (group === current && !(group === WORD && index - start >= LONGEST_WORD)) continue;
    if (current !== 0) found.push({ word: folded.slice(start, index), han: current === HAN });
    start = index;
    current = group;
  }
  return found;
}

const WORD = 1;
const HAN = 2;

/** Lone surrogates belong to nothing: they are no text and would not survive UTF-8. */
function groupOf(unit: number, kind: Uint8Array): number {
  const what = kind[unit] ?? KIND.other;
  if (what === KIND.han) return HAN;
  return what === KIND.latin || what === KIND.cyrillic || what === KIND.digit || what === KIND.letter ? WORD : 0;
}
