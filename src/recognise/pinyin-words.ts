import type { Catalogue, Term } from '../catalogue/catalogue.ts';
import { pinyinOf } from '../text/readings/pinyin.ts';
import type { FoundTerm } from './candidates.ts';
import { foundAt } from './found-at.ts';
import { hanTerms } from './han-terms.ts';
import type { WalkedText } from './verify.ts';

/** Finds Chinese terms of the catalogue written in pinyin: `wurenji ganraoqi`, `re cheng xiang yi`. */
export interface PinyinWords {
  /** Soft finds in the order of the text; none where the text does not say that something is bought, and counts nothing in pinyin (`2 tai`). */
  find(walkedText: WalkedText, isWanted: boolean): readonly FoundTerm[];
}

/** Fewest letters of a term; words looked at in one text. */
const LEAST_LETTERS = 7;
const MOST = 20_000;
/** A number before a measure word, in the beginning of a text. */
const COUNTED =
  /\b(?:\d{1,5}|yi|liang|san|si|wu|liu|qi|ba|jiu|shi) ?(?:tai|tao|ge|zhi|jian|kuai|pian|pingfang|gongjin|mei|pi|xiang|jia)\b/i;
const BEGINNING = 2000;

/** The table is made for the first text that may need it. */
export function createPinyinWords(catalogue: Catalogue): PinyinWords {
  let table: Table | undefined;
  return {
    find(walkedText, isWanted) {
      const { text } = walkedText;
      if (!isWanted && !COUNTED.test(text.slice(0, BEGINNING))) return [];
      table ??= tableOf(catalogue);
      const found: FoundTerm[] = [];
      const { filter } = table;
      /** Words that may begin or go on a term, with nothing but a blank or a hyphen between them. */
      let open: { readonly from: number; readonly letters: string }[] = [];
      let last = -1;
      let looked = 0;
      for (let at = 0; at < text.length && looked < MOST; at += 1) {
        const from = at;
        let hash = 0;
        for (let code = letterOf(text.charCodeAt(at)); code !== 0; code = letterOf(text.charCodeAt(at))) {
          hash = (Math.imul(hash, 31) + code) | 0;
          at += 1;
        }
        if (at - from < 2) continue;
        looked += 1;
        const isNext = from === last + 1 && isJoint(text.charCodeAt(last));
        last = at;
        if (!isNext && open.length > 0) open = [];
        // Most words neither begin a term nor are one; those of an English text are told by their hash alone.
        if (open.length === 0 && ((filter[(hash >>> 5) & FILTER_MASK]! >>> (hash & 31)) & 1) === 0) continue;
        const to = at;
        const word = text.slice(from, to).toLowerCase();
        const next: typeof open = [];
        for (const one of [...open, { from, letters: '' }]) {
          const letters = one.letters + word;
          const term = table.terms.get(letters);
          if (term !== undefined) found.push({ ...foundAt(walkedText, one.from, to), term });
          if (table.beginnings.has(letters)) next.push({ from: one.from, letters });
        }
        open = next;
      }
      return found;
    },
  };
}

interface Table {
  readonly terms: ReadonlyMap<string, Term>;
  readonly beginnings: ReadonlySet<string>;
  /** A bit for the hash of each of them. */
  readonly filter: Uint32Array;
}

const FILTER_MASK = 2047;

/** A Latin letter in lower case, or 0. */
function letterOf(code: number): number {
  const lower = code | 0x20;
  return code < 0x80 && lower >= 0x61 && lower <= 0x7a ? lower : 0;
}

function isJoint(code: number): boolean {
  return code === 0x20 || code === 0x2d || code === 0xa0;
}

function filterOf(words: Iterable<string>): Uint32Array {
  const filter = new Uint32Array(FILTER_MASK + 1);
  for (const word of words) {
    let hash = 0;
    for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
    filter[(hash >>> 5) & FILTER_MASK]! |= 1 << (hash & 31);
  }
  return filter;
}

function tableOf(catalogue: Catalogue): Table {
  const byLetters = new Map<string, Term>();
  const beginnings = new Set<string>();
  for (const term of hanTerms(catalogue)) {
    const syllables = Array.from(term.text, (char) => pinyinOf(char)[0] ?? '');
    const letters = syllables.join('');
    if (syllables.includes('') || letters.length < LEAST_LETTERS || byLetters.has(letters)) continue;
    const note = `disguised: ${term.text} in pinyin`;
    byLetters.set(letters, {
      ...term,
      text: letters,
      kind: 'slang',
      strength: 'soft',
      matchCase: false,
      guards: { notBefore: [], notAfter: [], needs: [] },
      note,
    });
    for (let count = 1; count < syllables.length; count += 1) beginnings.add(syllables.slice(0, count).join(''));
  }
  return { terms: byLetters, beginnings, filter: filterOf([...byLetters.keys(), ...beginnings]) };
}
