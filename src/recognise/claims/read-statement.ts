import type { ClaimWords } from '../../catalogue/claim-words.ts';
import { PURPOSES } from '../../model/claim.ts';
import type { Mention } from '../../model/mention.ts';
import type { Span } from '../../model/span.ts';
import type { Said, Statement } from '../../model/statement.ts';
import type { TradeParty } from '../../model/trade-party.ts';
import { foldText, type Folded } from '../../text/fold.ts';
import { createActorFinder } from './find-actors.ts';
import { wordFinder } from './word-finder.ts';

export interface StatementReader {
  /** `mentions` and `parties` are of the same text. Linear in its length; never throws. */
  read(text: string, found: { readonly mentions: readonly Mention[]; readonly parties: readonly TradeParty[] }): Statement;
}

/** Behind so many characters nothing is looked for: a notice that long says it before. */
const MOST_CHARACTERS = 100_000;
/** How far a negation reaches: characters of Han text, and of any other. */
const REACH = { han: 12, spelled: 60 };
/** How far from a place the words stand that make it where goods go. */
const NEAR = 60;
const CLAUSE_END = /[\n。；;！!？?，,：:]|\.(?=\s|$)/gu;
const SENTENCE_END = /[\n。；;！!？?]|\.(?=\s|$)/gu;
/** What says where goods go; who only publishes does not. */
const GOING: ReadonlySet<string> = new Set(['destination', 'endUser', 'consignee', 'buyer']);

/** Compiles the words of claims; the same reader is asked about claims and about notices. */
export function createStatementReader(words: ClaimWords): StatementReader {
  const otherGoods = Object.entries(words.otherGoods).map(([name, each]) => [name, wordFinder(each)] as const);
  const purposes = PURPOSES.flatMap((purpose) => {
    const each = words.purposes[purpose];
    return each === undefined ? [] : [[purpose, wordFinder(each)] as const];
  });
  const [denies, admits] = [wordFinder(words.denies), wordFinder(words.admits)];
  const [negations, turns, whereabouts] = [wordFinder(words.negations), wordFinder(words.turns), wordFinder(words.whereabouts)];
  const actors = createActorFinder(words);
  const pairs = Object.entries(words.negationsWith).map(([first, last]) => ({ first: foldText(first).text, last: wordFinder(last) }));

  return {
    read(whole, { mentions, parties }) {
      const text = whole.slice(0, MOST_CHARACTERS);
      const folded = foldText(text);
      const denied = negated(folded, [...turns(folded.text)]);
      const said = (span: Span): Said => ({ start: span.start, end: span.end, text: text.slice(span.start, span.end) });
      const find = (finder: (folded: string) => readonly Span[]): readonly Said[] =>
        finder(folded.text).map(({ start, end }) => said(folded.originalSpan(start, end)));
      const inside = mentions.filter(({ end }) => end <= text.length);
      const others = apart(otherGoods.flatMap(([name, finder]) => find(finder).map((one) => ({ ...one, name, denied: denied(one) }))));
      const going = parties.filter(({ role, end }) => GOING.has(role) && end > 0 && end <= text.length);
      const found = actors.find(folded, going);
      const purposesSaid = apart([
        ...purposes.flatMap(([purpose, finder]) => find(finder).map((one) => ({ ...one, purpose, denied: denied(one) }))),
        ...found.users.map(({ purpose, ...span }) => ({ ...said(span), purpose, denied: denied(span) })),
      ]);
      const scope = apart(found.scope.map(({ scope, from, ...span }) => ({ ...said(span), scope, from, denied: denied(span) })));
      const publication = apart([
        ...find(denies).map((one) => ({ ...one, says: 'denied' as const })),
        ...find(admits).map((one) => ({ ...one, says: 'admitted' as const })),
      ]);
      const goods = inside.flatMap((mention) =>
        mention.concept !== undefined && mention.counted ? [{ ...said(mention), concept: mention.concept, denied: denied(mention) }] : [],
      );
      const places = placesIn(folded, inside, parties, said, denied);
      const nationalities = found.places
        .filter((one) => !places.some(({ start, end }) => start < one.end && one.start < end))
        .map(({ country, how, ...span }) => ({ ...said(span), country, how, denied: denied(span) }));
      return {
        goods,
        otherGoods: others,
        places: [...places, ...nationalities].toSorted((one, other) => one.start - other.start),
        purposes: purposesSaid,
        scope,
        publication,
      };
    },
  };

  /** Whether a span stands behind a negation of its clause, with no word between that turns it round again. */
  function negated(folded: Folded, turned: readonly Span[]): (span: Span) => boolean {
    const { text } = folded;
    const clauses = endsOf(text, CLAUSE_END);
    const turnsAt = turned.map(({ start }) => start);
    const reach: Span[] = [];
    for (const { start, end } of negations(text)) {
      const han = /\p{Script=Han}/u.test(text.slice(start, end));
      const word = text.slice(start, end);
      const clause = nextAt(clauses, end) ?? text.length;
      const pair = pairs.find(({ first }) => first === word);
      if (pair !== undefined) {
        const closing = pair.last(text.slice(end, Math.min(clause, end + 30)))[0];
        if (closing !== undefined) reach.push({ start: end, end: end + closing.start });
        continue;
      }
      const turn = nextAt(turnsAt, end) ?? clause;
      reach.push({ start: end, end: Math.min(clause, turn, end + (han ? REACH.han : REACH.spelled)) });
    }
    const original = reach.filter(({ start, end }) => start < end).map(({ start, end }) => folded.originalSpan(start, end));
    const startsAt = original.map((one) => one.start);
    return ({ start }) => {
      // A stretch is short: whichever covers a place begins shortly before it.
      for (let at = nextIndex(startsAt, start + 1) - 1; at >= 0; at -= 1) {
        const one = original[at];
        if (one === undefined || start - one.start > 4 * REACH.spelled) return false;
        if (start < one.end) return true;
      }
      return false;
    };
  }

  function placesIn(
    folded: Folded,
    mentions: readonly Mention[],
    parties: readonly TradeParty[],
    said: (span: Span) => Said,
    denied: (span: Span) => boolean,
  ): Statement['places'] {
    const going = parties.filter(({ role, place, end }) => GOING.has(role) && place !== undefined && end > 0);
    const near = whereabouts(folded.text).map(({ start, end }) => folded.originalSpan(start, end));
    const sentences = endsOf(folded.text, SENTENCE_END).map((at) => folded.originalSpan(at, at + 1).start);
    const places = mentions.filter(({ kind, id }) => kind === 'place' && countryOf(id) !== undefined).toSorted((a, b) => a.start - b.start);
    const toWhich = spokenOf(places, near, sentences);
    const named = places.flatMap((mention, index) => {
      const country = countryOf(mention.id);
      if (country === undefined) return [];
      const party = going.find(({ start, end, place }) => start <= mention.start && end >= mention.end && countryOf(place) === country);
      const how = party !== undefined || toWhich.has(index) ? ('goes' as const) : ('named' as const);
      return [{ ...said(mention), country, denied: denied(mention), how }];
    });
    // A buyer whose place no word of its own names: "Russian side", a town of it.
    const implied = going.flatMap((party) => {
      const country = countryOf(party.place);
      const known = named.some((one) => one.country === country && one.start >= party.start && one.end <= party.end);
      return country === undefined || known || party.end > MOST_CHARACTERS
        ? []
        : [{ ...said(party), country, denied: denied(party), how: 'goes' as const }];
    });
    return [...named, ...implied].toSorted((one, other) => one.start - other.start);
  }
}

/** Indexes of the places that words like "buyers" or "sent to" speak of: to each word the nearest, and what is named in one breath with it. */
function spokenOf(places: readonly Span[], words: readonly Span[], sentences: readonly number[]): ReadonlySet<number> {
  const startsAt = places.map(({ start }) => start);
  const spoken = new Set<number>();
  for (const word of words) {
    const after = nextIndex(startsAt, word.end);
    const best = [after, after - 1]
      .flatMap((index): readonly { readonly index: number; readonly gap: number }[] => {
        const place = places[index];
        if (place === undefined) return [];
        const gap = place.start >= word.end ? place.start - word.end : word.start - place.end;
        const parted = (nextAt(sentences, Math.min(word.end, place.end)) ?? Infinity) < Math.max(word.start, place.start);
        return parted || gap > NEAR ? [] : [{ index, gap: Math.max(0, gap) }];
      })
      .toSorted((a, b) => a.gap - b.gap)[0];
    if (best === undefined) continue;
    spoken.add(best.index);
    for (
      let index = best.index + 1;
      index < places.length && !spoken.has(index) && inOneBreath(places[index - 1], places[index]);
      index += 1
    )
      spoken.add(index);
  }
  return spoken;
}

/** "Kazakhstan and Kyrgyzstan". */
function inOneBreath(one: Span | undefined, next: Span | undefined): boolean {
  return one !== undefined && next !== undefined && next.start - one.end <= 6;
}

function countryOf(place: string | undefined): string | undefined {
  return place !== undefined && /^[A-Z]{2}(?:-|$)/.test(place) ? place.slice(0, 2) : undefined;
}

/** Of what overlaps, the longest: `civilian use` and not `use`. */
function apart<Each extends Said>(all: readonly Each[]): readonly Each[] {
  const kept: Each[] = [];
  for (const one of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || one.start >= last.end) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept[kept.length - 1] = one;
  }
  return kept;
}

function endsOf(text: string, pattern: RegExp): readonly number[] {
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}

function nextAt(rising: readonly number[], from: number): number | undefined {
  return rising[nextIndex(rising, from)];
}

/** Index of the first that is not below `from`. */
function nextIndex(rising: readonly number[], from: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
