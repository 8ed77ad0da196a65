import type { Catalogue, Term } from '../catalogue/catalogue.ts';
import { pinyinOf } from '../text/readings/pinyin.ts';
import type { FoundTerm } from './candidates.ts';
import { foundAt } from './found-at.ts';
import { hanTerms } from './han-terms.ts';
import type { WalkedText } from './verify.ts';

/** Finds Chinese terms of the catalogue written in pinyin: `wurenji ganraoqi`, `re cheng xiang yi`. */
export interface PinyinWords {
  /** Soft finds in the order of the text; none where the text does not say that something is bought. */
  find(walkedText: WalkedText, isWanted: boolean): readonly FoundTerm[];
}

/** Fewest letters of a term; words looked at in one text. */
const LEAST_LETTERS = 7;
const MOST = 20_000;
const WORD = /[A-Za-z]{2,40}/g;

/** The table is made for the first text that may need it. */
export function createPinyinWords(catalogue: Catalogue): PinyinWords {
  let table: Table | undefined;
  return {
    find(walkedText, isWanted) {
      const { text } = walkedText;
      if (!isWanted) return [];
      table ??= tableOf(catalogue);
      const found: FoundTerm[] = [];
      /** Words that may begin or go on a term, with nothing but a blank or a hyphen between them. */
      let open: { readonly from: number; readonly letters: string }[] = [];
      let last = -1;
      let looked = 0;
      WORD.lastIndex = 0;
      for (let match = WORD.exec(text); match !== null && looked < MOST; match = WORD.exec(text)) {
        looked += 1;
        const word = match[0].toLowerCase();
        const from = match.index;
        const to = from + word.length;
        if (from !== last + 1 || !/[ \-\u00a0]/.test(text.charAt(last))) open = [];
        last = to;
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
  return { terms: byLetters, beginnings };
}
