import type { ClaimWords } from '../../catalogue/claim-words.ts';
import { PURPOSES, type Purpose } from '../../model/claim.ts';
import type { Span } from '../../model/span.ts';
import type { Statement } from '../../model/statement.ts';
import type { Folded } from '../../text/fold.ts';
import { wordFinder, type WordFinder } from './word-finder.ts';

/** Whoever a text says uses or buys goods. Spans of the text as it is. */
export interface Actors {
  readonly users: readonly (Span & { readonly purpose: Purpose })[];
  readonly places: readonly (Span & Pick<Statement['places'][number], 'country' | 'how'>)[];
  readonly scope: readonly (Span & Pick<Statement['scope'][number], 'scope' | 'from'>)[];
}

export interface ActorFinder {
  /** `going`: buyers and end users that were found in the same text. Linear in its length. */
  find(folded: Folded, going: readonly Span[]): Actors;
}

/** How far from "for" or "bought" a user stands in the same sentence. */
const NEAR = 60;
/** What may stand between "sent to" and the name of a country, "Chinese" and "school", a foreign firm and "is looking for". */
const BESIDE = { name: 20, noun: 24, buys: 12 };
const SENTENCE_END = /[\n。；;！!？?]|\.(?=\s|$)/u;
const CLAUSE_END = /[\n。；;！!？?，,：:]|\.(?=\s|$)/u;
/** Languages of one country: what is abroad to them. */
const SPEAKS_FROM = { zh: 'CN', uk: 'UA', ru: null, en: null } as const;
/** "Chinese primary school", 中国的一所学校: no preposition, which begins what the noun is not told of. */
const ADJECTIVE_TO_NOUN = /^(?:[\s-]*(?:\p{L}{4,}[\s-]+)?|(?:的|的?一[所家个名间座]|某[所家个]?)?\p{Script=Han}{0,2})$/u;
/** "Supplied from China" is not where it goes. */
const ORIGIN = /(?<!\p{L})(?:from|made|из|от|з|із|зі|від)(?!\p{L})|[自从由]/u;

type WordsOfCountry = ClaimWords['nationalities'][string];

const LANGS = ['zh', 'uk', 'ru', 'en'] as const;

export function createActorFinder(words: ClaimWords): ActorFinder {
  const users = PURPOSES.flatMap((purpose) => {
    const each = words.users[purpose];
    return each === undefined ? [] : [[purpose, wordFinder(each)] as const];
  });
  const whereabouts = wordFinder(words.whereabouts);
  const cues = wordFinder([words.whereabouts, words.usersBy].flatMap((each) => Object.values(each).flat()));
  const [buying, firms] = [wordFinder(words.buying), wordFinder(words.firms)];
  const scopes = (['abroad', 'home'] as const).flatMap((scope) =>
    LANGS.map((lang) => ({ scope, from: SPEAKS_FROM[lang], finder: wordFinder(words[scope][lang]) })),
  );
  const abroadFirms = LANGS.map((lang) => ({ from: SPEAKS_FROM[lang], finder: wordFinder(words.abroadFirms[lang]) }));
  const [nationalities, countryNames] = [countryFinder(words.nationalities), countryFinder(words.countryNames)];

  return {
    find(folded, going) {
      const { text } = folded;
      const inText = (span: Span): Span => folded.originalSpan(span.start, span.end);
      const towards = (from: number, to: number): boolean => !CLAUSE_END.test(text.slice(from, to)) && !ORIGIN.test(text.slice(from, to));
      const inGoing = (span: Span): boolean => going.some(({ start, end }) => start <= inText(span).start && inText(span).end <= end);
      const cuesAt = cues(text);
      const near = nearest(cuesAt);
      const toWhere = nearest(whereabouts(text));
      const usersFound = users.flatMap(([purpose, finder]) => finder(text).map((span) => ({ ...span, purpose })));
      const spoken = usersFound.filter((span) => near(span, NEAR, (from, to) => !SENTENCE_END.test(text.slice(from, to))) || inGoing(span));
      const nouns = [
        ...usersFound.map((span) => ({ ...span, isUser: true })),
        ...firms(text).map((span) => ({ ...span, isUser: false })),
      ].toSorted((one, other) => one.start - other.start || Number(other.isUser) - Number(one.isUser));
      const placed = nationalities(text).flatMap((one): Actors['places'] => {
        const noun = nouns[firstFrom(nouns, one.end)];
        if (noun === undefined || noun.start - one.end > BESIDE.noun || !ADJECTIVE_TO_NOUN.test(text.slice(one.end, noun.start))) return [];
        const isCue = cuesAt[firstFrom(cuesAt, noun.start)]?.start === noun.start;
        const how = isCue || near(one, BESIDE.name, towards, true) || inGoing(one) ? 'goes' : 'named';
        // A firm of a country is no buyer by that alone: it may be who made the goods.
        return how === 'named' && !noun.isUser ? [] : [{ ...inText(one), country: one.country, how }];
      });
      const names = countryNames(text)
        .filter((one) => toWhere(one, BESIDE.name, towards, true))
        .map((one) => ({ ...inText(one), country: one.country, how: 'goes' as const }));
      const buysAt = buying(text);
      const firmsAbroad = abroadFirms.flatMap(({ from, finder }) =>
        finder(text)
          .filter((span) => {
            const buys = buysAt[firstFrom(buysAt, span.end)];
            return (
              inGoing(span) ||
              (buys !== undefined && buys.start - span.end <= BESIDE.buys && !CLAUSE_END.test(text.slice(span.end, buys.start)))
            );
          })
          .map((span) => ({ ...inText(span), scope: 'abroad' as const, from })),
      );
      const scope = scopes.flatMap(({ scope, from, finder }) => finder(text).map((span) => ({ ...inText(span), scope, from })));
      return {
        users: spoken.map((span) => ({ ...inText(span), purpose: span.purpose })),
        places: [...placed, ...names.filter(({ start }) => !placed.some((one) => one.start === start))],
        scope: [...scope, ...firmsAbroad],
      };
    },
  };
}

/** Whether one of `spans`, which rise, stands within `reach` before or behind a span, and what lies between parts them not. */
function nearest(
  spans: readonly Span[],
): (of: Span, reach: number, joined: (from: number, to: number) => boolean, onlyBefore?: boolean) => boolean {
  return ({ start, end }, reach, joined, onlyBefore = false) => {
    const at = firstFrom(spans, start);
    const [before, after] = [spans[at - 1], spans[firstFrom(spans, end)]];
    if (before !== undefined && start - before.end <= reach && joined(before.end, start)) return true;
    return !onlyBefore && after !== undefined && after.start - end <= reach && joined(end, after.start);
  };
}

/** Index of the first span that begins at `from` or behind. */
function firstFrom(rising: readonly Span[], from: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds words of many countries in one walk over the text; which country a word is of is asked of the word alone. */
function countryFinder(
  countries: Readonly<Record<string, WordsOfCountry>>,
): (text: string) => readonly (Span & { readonly country: string })[] {
  const wordsOf = (each: WordsOfCountry): readonly string[] => Object.values(each).flatMap((list) => list ?? []);
  const all = wordFinder(Object.values(countries).flatMap(wordsOf));
  const single = Object.entries(countries).map(([country, each]): readonly [string, WordFinder] => [country, wordFinder(wordsOf(each))]);
  const known = new Map<string, string | null>();
  const countryOf = (word: string): string | null => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = single.find(([, finder]) => finder(word).some(({ start, end }) => start === 0 && end === word.length))?.[0] ?? null;
    if (known.size < 10_000) known.set(word, found);
    return found;
  };
  return (text) =>
    all(text).flatMap((span) => {
      const country = countryOf(text.slice(span.start, span.end));
      return country === null ? [] : [{ ...span, country }];
    });
}
