import type { ClaimWords } from '../../catalogue/claim-words.ts';
import type { Assertions, Purpose } from '../../model/claim.ts';
import type { ClaimFinding, ClaimTopic, ClaimVerdict } from '../../model/claim-finding.ts';
import type { Digest } from '../../model/digest.ts';
import type { Said, Statement } from '../../model/statement.ts';

/** What a notice shows: what its text says, and when it was seen. */
export interface NoticeShown {
  readonly statement: Statement;
  /** Captures that show the notice, oldest first. */
  readonly seen: readonly { readonly capture: Digest; readonly at: string }[];
  /** ISO country from which it speaks, where its address tells; null where that does not. */
  readonly home?: string | null;
}

type Evidence = NonNullable<ClaimFinding['notice']>;

/** One thing that the claim says. `claim` is null where whoever recorded it says so. */
interface Assertion<Id extends string> {
  readonly id: Id;
  readonly denied: boolean;
  readonly claim: Said | null;
}

/**
 * Sets what a claim says, by its words and by whoever recorded it, against what a notice shows: one finding for each thing that the claim says and each that the
 * notice says of it. Pure. What the notice is silent about is `unsaid`: silence contradicts nothing.
 */
export function compareClaim(
  quote: Statement,
  asserts: Assertions,
  notice: NoticeShown,
  { opposed }: Pick<ClaimWords, 'opposed'>,
): readonly ClaimFinding[] {
  const { statement, seen, home = null } = notice;
  return [
    ...otherGoods(quote, asserts, statement),
    ...goods(quote, asserts, statement),
    ...destinations(quote, asserts, statement, home),
    ...scopes(quote, statement, home),
    ...purposes(quote, asserts, statement, opposed),
    ...publication(quote, asserts, seen),
  ];
}

/** "Children's toys" against whatever controlled goods the notice names. */
function otherGoods(quote: Statement, asserts: Assertions, statement: Statement): readonly ClaimFinding[] {
  const said = assertions(
    quote.otherGoods.filter(({ denied }) => !denied).map((one) => ({ ...one, id: one.name })),
    asserts.otherGoods,
  );
  const named = firstOf(
    statement.goods.filter(({ denied }) => !denied),
    ({ concept }) => concept,
  );
  return said.flatMap((one): readonly ClaimFinding[] => {
    const same = statement.otherGoods.find(({ name, denied }) => name === one.id && !denied);
    const against = named.map((good) =>
      finding('goods', one.id, 'contradicts', `the claim says ${one.id}, the notice names ${good.concept}`, one, shown(good, good.concept)),
    );
    if (against.length > 0) return against;
    return same === undefined
      ? [finding('goods', one.id, 'unsaid', `the notice names neither ${one.id} nor goods of the catalogue`, one, null)]
      : [finding('goods', one.id, 'agrees', `the notice names ${one.id} too`, one, shown(same, one.id))];
  });
}

/** A concept that the claim names, or says is not meant. */
function goods(quote: Statement, asserts: Assertions, statement: Statement): readonly ClaimFinding[] {
  const said = assertions(
    quote.goods.map((one) => ({ ...one, id: one.concept })),
    asserts.goods,
    asserts.notGoods,
  );
  return said.map((one) => {
    const named = statement.goods.find(({ concept, denied }) => concept === one.id && !denied);
    if (named === undefined) {
      const others = [...new Set(statement.goods.map(({ concept }) => concept))];
      const beside = others.length === 0 ? '' : `; it names ${others.join(', ')}`;
      return finding('goods', saysOf(one), 'unsaid', `the notice does not name ${one.id}${beside}`, one, null);
    }
    return one.denied
      ? finding('goods', saysOf(one), 'contradicts', `the claim denies ${one.id}, the notice names it`, one, shown(named, one.id))
      : finding('goods', saysOf(one), 'agrees', `the notice names ${one.id} too`, one, shown(named, one.id));
  });
}

/** "Kazakhstan" against where the notice says that goods go; where it says nothing of that, against the countries that it names. */
function destinations(quote: Statement, asserts: Assertions, statement: Statement, home: string | null): readonly ClaimFinding[] {
  const stated = quote.places.filter(({ denied }) => !denied);
  // Where the claim itself says which place is that of the buyers, the others are told of in passing.
  const going = stated.filter(({ how }) => how === 'goes');
  const inQuote = [...(going.length > 0 ? going : stated), ...quote.places.filter(({ denied }) => denied)];
  const said = assertions(
    inQuote.map((one) => ({ ...one, id: one.country })),
    asserts.destinations,
  );
  const countries = firstOf(statement.places.filter(({ denied }) => !denied).toSorted(goesFirst), ({ country }) => country);
  const goes = countries.filter(({ how }) => how === 'goes');
  const abroad = abroadIn(statement, home);
  return said.flatMap((one): readonly ClaimFinding[] => {
    const country = one.id.slice(0, 2);
    const same = countries.find((place) => place.country === country);
    const make = (
      verdict: ClaimVerdict,
      basis: string,
      place: (typeof countries)[number] | undefined,
      words = place === undefined ? null : shown(place, place.country),
    ): ClaimFinding => finding('destination', saysOf(one), verdict, basis, one, words);
    if (one.denied)
      return [
        same === undefined
          ? make('unsaid', `the notice does not name ${country}`, undefined)
          : make('contradicts', `the claim denies ${country}, the notice ${tells(same)} ${country}`, same),
      ];
    // "Foreign buyers" are none of the country from which the notice speaks, whatever else is named in it.
    const foreign =
      abroad !== undefined && abroad.home === country && same?.how !== 'goes'
        ? [make('contradicts', `the claim says ${country}, from where the notice speaks of buyers abroad`, undefined, abroad.said)]
        : [];
    if (foreign.length === 0 && same !== undefined && (same.how === 'goes' || goes.length === 0))
      return [make('agrees', `the notice ${tells(same)} ${country} too`, same)];
    const others = (goes.length > 0 ? goes : countries).filter((place) => place.country !== country);
    if (others.length === 0 && foreign.length > 0) return foreign;
    if (others.length === 0) return [make('unsaid', 'the notice says nothing of where the goods go', undefined)];
    return [
      ...others.map((place) => make('contradicts', `the claim says ${country}, the notice ${tells(place)} ${place.country}`, place)),
      ...foreign,
    ];
  });
}

/** "Foreign buyers" and "domestic buyers", without a country, against what the notice says of either. */
function scopes(quote: Statement, statement: Statement, home: string | null): readonly ClaimFinding[] {
  const said = assertions(
    quote.scope.map((one) => ({ ...one, id: one.scope })),
    [],
  );
  const named = statement.scope.filter(({ denied }) => !denied);
  const elsewhere =
    home === null ? undefined : statement.places.find(({ how, denied, country }) => how === 'goes' && !denied && country !== home);
  return said.map((one): ClaimFinding => {
    const make = (verdict: ClaimVerdict, basis: string, words: Evidence | null): ClaimFinding =>
      finding('destination', saysOf(one), verdict, basis, one, words);
    const same = named.find(({ scope }) => scope === one.id);
    const other = named.find(({ scope }) => scope !== one.id);
    if (one.denied)
      return same === undefined
        ? make('unsaid', `the notice does not say ${one.id}`, null)
        : make('contradicts', `the claim denies ${one.id}, the notice says it`, shown(same, same.scope));
    if (same !== undefined) return make('agrees', `the notice says ${one.id} too`, shown(same, same.scope));
    if (other !== undefined)
      return make('contradicts', `the claim says ${one.id}, the notice says ${other.scope}`, shown(other, other.scope));
    if (elsewhere === undefined) return make('unsaid', 'the notice says nothing of buyers abroad or at home', null);
    return make(
      one.id === 'abroad' ? 'agrees' : 'contradicts',
      `the claim says ${one.id}, the notice, of ${String(home)}, says ${elsewhere.country}`,
      shown(elsewhere, elsewhere.country),
    );
  });
}

/** Words of buyers abroad, with the country to which these are foreign: that of the notice's address, else that of its language. */
function abroadIn(statement: Statement, home: string | null): { readonly home: string | null; readonly said: Evidence } | undefined {
  const found = statement.scope.find(({ scope, denied }) => scope === 'abroad' && !denied);
  return found && { home: home ?? found.from, said: shown(found, 'abroad') };
}

/** "For civilian use" against what the notice says that the goods are for. */
function purposes(quote: Statement, asserts: Assertions, statement: Statement, opposed: ClaimWords['opposed']): readonly ClaimFinding[] {
  const said = assertions(
    quote.purposes.map((one) => ({ ...one, id: one.purpose })),
    asserts.purposes,
  );
  const named = firstOf(
    statement.purposes.filter(({ denied }) => !denied),
    ({ purpose }) => purpose,
  );
  const excluded = statement.purposes.filter(({ denied }) => denied);
  return said.flatMap((one): readonly ClaimFinding[] => {
    const make = (verdict: ClaimVerdict, basis: string, words: (typeof named)[number] | undefined): ClaimFinding =>
      finding('purpose', saysOf(one), verdict, basis, one, words === undefined ? null : shown(words, words.purpose));
    const same = named.find(({ purpose }) => purpose === one.id);
    const ruledOut = excluded.find(({ purpose }) => purpose === one.id);
    if (one.denied) {
      if (same !== undefined) return [make('contradicts', `the claim denies that it is ${one.id}, the notice says so`, same)];
      return ruledOut === undefined
        ? [make('unsaid', `the notice does not say that it is ${one.id}`, undefined)]
        : [make('agrees', `the notice denies that it is ${one.id} too`, ruledOut)];
    }
    const against = named.filter(({ purpose }) => isOpposed(purpose, one.id, opposed));
    if (against.length > 0)
      return against.map((words) => make('contradicts', `the claim says ${one.id}, the notice says ${words.purpose}`, words));
    if (ruledOut !== undefined) return [make('contradicts', `the claim says ${one.id}, the notice denies it`, ruledOut)];
    return same === undefined
      ? [make('unsaid', 'the notice says nothing of what the goods are for', undefined)]
      : [make('agrees', `the notice says ${one.id} too`, same)];
  });
}

/** "There was no such notice" against the captures that show it. */
function publication(quote: Statement, asserts: Assertions, seen: NoticeShown['seen']): readonly ClaimFinding[] {
  const words = (wanted: 'denied' | 'admitted'): Said | undefined => {
    const found = quote.publication.find(({ says }) => says === wanted);
    return found && { start: found.start, end: found.end, text: found.text };
  };
  const [denied, admitted] = [words('denied'), words('admitted')];
  const [first, last] = [seen[0], seen.at(-1)];
  const evidence =
    first === undefined || last === undefined
      ? null
      : `${seen.length} capture${seen.length === 1 ? ' shows' : 's show'} it, ${seen.length === 1 ? `of ${first.at} (${first.capture})` : `from ${first.at} (${first.capture}) to ${last.at}`}`;
  const make = (says: string, against: ClaimVerdict, claim: Said | null, what: string): ClaimFinding => {
    const verdict = evidence === null ? 'unsaid' : against;
    return {
      about: 'publication',
      says,
      verdict,
      basis: evidence === null ? 'no capture shows the notice' : `${what}, ${evidence}`,
      claim,
      notice: null,
    };
  };
  return [
    ...(denied !== undefined || asserts.published === false
      ? [make('not published', 'contradicts', denied ?? null, 'the claim says that there was no such notice')]
      : []),
    ...(admitted !== undefined || asserts.published === true
      ? [make('published', 'agrees', admitted ?? null, 'the claim says that there was such a notice')]
      : []),
  ];
}

/** What words of the quote say, once each, then what the recorder says beyond them. */
function assertions<Id extends string>(
  said: readonly (Said & { readonly id: Id; readonly denied: boolean })[],
  stated: readonly Id[],
  statedNot: readonly Id[] = [],
): readonly Assertion<Id>[] {
  const found = new Map<string, Assertion<Id>>();
  const add = (one: Assertion<Id>): void => {
    const key = `${one.denied ? 'not ' : ''}${one.id}`;
    if (!found.has(key)) found.set(key, one);
  };
  for (const { id, denied, start, end, text } of said) add({ id, denied, claim: { start, end, text } });
  for (const id of stated) add({ id, denied: false, claim: null });
  for (const id of statedNot) add({ id, denied: true, claim: null });
  return [...found.values()];
}

function finding(
  about: ClaimTopic,
  says: string,
  verdict: ClaimVerdict,
  basis: string,
  { claim }: Pick<Assertion<string>, 'claim'>,
  notice: Evidence | null,
): ClaimFinding {
  return { about, says, verdict, basis, claim, notice };
}

function shown({ start, end, text }: Said, names: string): Evidence {
  return { start, end, text, names };
}

function saysOf({ id, denied }: Pick<Assertion<string>, 'id' | 'denied'>): string {
  return denied ? `not ${id}` : id;
}

function tells({ how }: Pick<Statement['places'][number], 'how'>): string {
  return how === 'goes' ? 'says' : 'names';
}

function goesFirst(one: Statement['places'][number], other: Statement['places'][number]): number {
  return Number(other.how === 'goes') - Number(one.how === 'goes') || one.start - other.start;
}

/** The first of each key, in their order. */
function firstOf<Each>(all: readonly Each[], key: (one: Each) => string): readonly Each[] {
  const seen = new Set<string>();
  return all.filter((one) => !seen.has(key(one)) && seen.add(key(one)));
}

function isOpposed(one: Purpose, other: Purpose, opposed: ClaimWords['opposed']): boolean {
  return opposed.some(([left, right]) => (left === one && right === other) || (left === other && right === one));
}
