import type { Catalogue, Term } from '../catalogue/catalogue.ts';
import { pinyinOf } from '../text/readings/pinyin.ts';
import type { FoundTerm } from './candidates.ts';
import type { WalkedText } from './verify.ts';
import { foundAt } from './found-at.ts';
import { hanTerms } from './han-terms.ts';

/** Finds Chinese terms of the catalogue written as the initials of their pinyin: `RCXY` for 热成像仪. */
export interface InitialsFinder {
  /** `isWanted`: the text says that something is bought. Gives finds in the order of the text, as soft terms. */
  find(walkedText: WalkedText, isWanted: boolean): readonly FoundTerm[];
}

/** Initials shorter than this stand for too much. */
const LEAST_LETTERS = 3;
const MOST_LETTERS = 8;
/** Finds in one text. */
const MOST = 200;

/** Initials that stand for terms of one concept alone; the table is made for the first text that may have any. */
export function createInitialsFinder(catalogue: Catalogue): InitialsFinder {
  let table: ReadonlyMap<string, Term> | undefined;
  return {
    find(walkedText, isWanted) {
      const { text } = walkedText;
      if (!/[A-Z]{3}/.test(text)) return [];
      const found: FoundTerm[] = [];
      CAPITALS.lastIndex = 0;
      for (let match = CAPITALS.exec(text); match !== null && found.length < MOST; match = CAPITALS.exec(text)) {
        const [letters] = match;
        const from = match.index;
        const to = from + letters.length;
        const before = text.slice(Math.max(0, from - 2), from);
        const after = text.slice(to, to + AFTER);
        if (!/\p{Script=Han}[“"（(]?$|[、，：]$/u.test(before) && !/^[”"（(]?\p{Script=Han}/u.test(after)) continue;
        if (!COUNTED.test(after) && !(isWanted && letters.length > LEAST_LETTERS)) continue;
        table ??= initialsOf(catalogue);
        const term = table.get(letters);
        if (term !== undefined) found.push({ ...foundAt(walkedText, from, to), term });
      }
      return found;
    },
  };
}

const AFTER = 24;
const CAPITALS = /(?<![A-Za-z\d_-])[A-Z]{3,8}(?![A-Za-z\d_-])/g;
/** A number with a Chinese measure word behind the initials, a specification in brackets perhaps between. */
const COUNTED =
  /^[”"]?[\u3400-\u9fff]{0,6}(?:[（(][^（()）\n]{0,16}[)）])?\s?(?:\d{1,4}|[一二三四五六七八九十两]{1,3})\s?[台套架部个件只支具枚块组批]/;

function initialsOf(catalogue: Catalogue): ReadonlyMap<string, Term> {
  const byInitials = new Map<string, Term | null>();
  for (const term of hanTerms(catalogue)) {
    const initials = Array.from(term.text, (char) => pinyinOf(char)[0]?.charAt(0) ?? '')
      .join('')
      .toUpperCase();
    if (initials.length < LEAST_LETTERS || initials.length > MOST_LETTERS || initials.length !== term.text.length) continue;
    const known = byInitials.get(initials);
    // initials of two kinds of goods name neither
    if (known === undefined) byInitials.set(initials, disguised(term, initials));
    else if (known !== null && known.concept !== term.concept) byInitials.set(initials, null);
  }
  return new Map([...byInitials].flatMap(([initials, term]) => (term === null ? [] : [[initials, term] as const])));
}

function disguised({ concept, text }: Term, initials: string): Term {
  return {
    concept,
    kind: 'slang',
    text: initials,
    lang: 'zh',
    strength: 'soft',
    matchCase: true,
    guards: { notBefore: [], notAfter: [], needs: [] },
    note: `disguised as the initials of ${text}`,
  };
}
