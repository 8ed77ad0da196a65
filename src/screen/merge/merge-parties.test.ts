import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import type { Listing, PartySchema } from '../../model/party.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import type { MergedParty, PartyLink } from './merge-parties.ts';
import { mergeParties } from './merge-parties.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());

type Facts = Readonly<Record<string, readonly string[]>>;

function listing(id: string, schema: PartySchema, properties: Facts): Listing {
  const entity = { id, schema, caption: properties['name']?.[0] ?? id, properties: { topics: ['sanction'], ...properties } };
  return { list: id.slice(0, id.indexOf(':')), id, hash: sha256(canonicalJson(entity)), line: 1, entity };
}

const person = (id: string, name: string, facts: Facts = {}): Listing => listing(id, 'Person', { name: [name], ...facts });
const company = (id: string, name: string, facts: Facts = {}): Listing => listing(id, 'Company', { name: [name], ...facts });

function merge(listings: readonly Listing[], links: readonly PartyLink[] = []): readonly MergedParty[] {
  return mergeParties(listings, links, KNOWLEDGE);
}

/** Listing ids of each party. */
function groups(listings: readonly Listing[], links: readonly PartyLink[] = []): readonly (readonly string[])[] {
  return merge(listings, links).map((party) => party.listings.map(({ id }) => id));
}

describe('what proves one party', () => {
  test('an identifier whose check digits hold, said in plain words', () => {
    const [party, ...rest] = merge([
      company('eu:1', 'ООО «Гамма Прибор»', { innCode: ['7707083893'] }),
      company('us:9', 'Gamma Pribor LLC', { innCode: ['ИНН 7707083893'] }),
    ]);
    expect(rest).toEqual([]);
    expect(party?.id).toBe('eu:1');
    expect(party?.why).toEqual([
      { listing: 'eu:1', with: 'us:9', why: 'INN 7707083893 on both' },
      { listing: 'us:9', with: 'eu:1', why: 'INN 7707083893 on both' },
    ]);
  });

  test('a name in two scripts and a date of birth', () => {
    const [party] = merge([
      person('eu:1', 'Григорий Пешков', { birthDate: ['1961-03-02'] }),
      person('us:1', 'Grigori PESHKOV', { birthDate: ['1961-03-02'] }),
    ]);
    expect(party?.listings).toHaveLength(2);
    expect(party?.why[0]?.why).toBe('same name in two scripts (Григорий Пешков = Grigori PESHKOV) and born 1961-03-02');
  });

  test('a vessel by its IMO number, whatever it is called now', () => {
    expect(
      groups([
        listing('eu:1', 'Vessel', { name: ['Blue Heron'], imoNumber: ['9074729'] }),
        listing('us:1', 'Vessel', { name: ['Ocean Pearl'], imoNumber: ['IMO 9074729'] }),
      ]),
    ).toHaveLength(1);
  });

  test('a distinctive name of an organisation and its country', () => {
    expect(
      groups([
        company('eu:1', 'Zvartomekh Elektronika', { country: ['ru'] }),
        company('us:1', 'ZVARTOMEKH ELEKTRONIKA, OOO', { country: ['ru'] }),
      ]),
    ).toHaveLength(1);
  });
});

describe('what proves nothing', () => {
  test.each([
    [
      'a common name and a country',
      [person('eu:1', 'Wang Wei', { nationality: ['cn'] }), person('us:1', 'WANG Wei', { nationality: ['cn'] })],
    ],
    [
      'forms and trade words and a country',
      [company('eu:1', 'General Trading LLC', { country: ['ae'] }), company('us:1', 'General Trading Co.', { country: ['ae'] })],
    ],
    [
      'an identifier under names that have nothing in common',
      [
        company('eu:1', 'Baltorix Electronics', { taxNumber: ['7808035536'] }),
        company('us:1', 'Kranztad Group', { taxNumber: ['7808035536'] }),
      ],
    ],
    [
      'a mistyped identifier',
      [company('eu:1', 'Sever Zavod', { innCode: ['7707083894'] }), company('us:1', 'Sever Kombinat', { innCode: ['7707083894'] })],
    ],
    [
      'a mailbox of an office',
      [
        person('eu:1', 'Andrew Stone', { email: ['info@stone.example'] }),
        person('us:1', 'Andrew Stone', { email: ['info@stone.example'] }),
      ],
    ],
    [
      'two entries of one list with one name and country',
      [company('us:1', 'Zvartomekh', { country: ['ru'] }), company('us:2', 'Zvartomekh', { country: ['ru'] })],
    ],
    [
      'New Year, which stands for a year',
      [person('eu:1', 'Ahmed Ali', { birthDate: ['1970-01-01'] }), person('us:1', 'Ahmed Ali', { birthDate: ['1970-01-01'] })],
    ],
  ])('%s', (_, listings) => {
    expect(groups(listings)).toHaveLength(2);
  });
});

describe('what forbids one party', () => {
  const born = { birthDate: ['1961-03-02'] };
  test.each([
    [
      'dates of birth',
      { birthDate: ['1961-03-02'], passportNumber: ['AB7204518'] },
      { birthDate: ['1968-07-02'], passportNumber: ['AB7204518'] },
      '',
      '',
    ],
    ['sex', { ...born, gender: ['male'] }, { ...born, gender: ['female'] }, '', ''],
    ['generations', born, born, ' Sr.', ' Jr.'],
    ['identifiers of one kind', { ...born, innCode: ['500100732259'] }, { ...born, innCode: ['773173084809'] }, '', ''],
  ])('different %s', (_, a: Facts, b: Facts, afterA, afterB) => {
    expect(groups([person('eu:1', `Gerald Orvanik${afterA}`, a), person('us:1', `Gerald Orvanik${afterB}`, b)])).toHaveLength(2);
  });

  test('a chain that would join what contradicts itself is cut at its weakest link', () => {
    const chain = [
      person('a:1', 'Gerald Orvanik', { birthDate: ['1961-03-02'], passportNumber: ['AB7204518'] }),
      person('b:1', 'Gerald Orvanik', { passportNumber: ['AB7204518'], address: ['12 Mill Road, Harlow'] }),
      person('c:1', 'Gerald Orvanik', { birthDate: ['1975-10-20'], address: ['12 Mill Rd, Harlow'] }),
    ];
    expect(groups(chain)).toEqual([['a:1', 'b:1'], ['c:1']]);
  });

  test('what fits two that contradict each other equally well joins neither', () => {
    const address = ['12 Mill Road, Harlow'];
    const torn = [
      person('a:1', 'Gerald Orvanik', { birthDate: ['1961-03-02'], address }),
      person('b:1', 'Gerald Orvanik', { address }),
      person('c:1', 'Gerald Orvanik', { birthDate: ['1975-10-20'], address }),
    ];
    expect(groups(torn)).toHaveLength(3);
  });
});

describe('links of people', () => {
  const two = [
    person('eu:1', 'Григорий Пешков', { birthDate: ['1961-03-02'] }),
    person('us:1', 'Grigori Peshkov', { birthDate: ['1961-03-02'] }),
  ];
  const said = (verdict: PartyLink['verdict'], a: string, b: string): PartyLink => ({ a, b, verdict, why: 'seen in the register' });

  test('a merge is undone, and made again by a later word', () => {
    expect(groups(two, [said('unlink', 'us:1', 'eu:1')])).toHaveLength(2);
    expect(groups(two, [said('unlink', 'us:1', 'eu:1'), said('link', 'eu:1', 'us:1')])).toHaveLength(1);
  });

  test('a link joins what nothing proves, and says so', () => {
    const [party] = merge([person('eu:1', 'Gerald Orvanik'), company('us:1', 'Blue Heron Shipping')], [said('link', 'eu:1', 'us:1')]);
    expect(party?.why[0]).toEqual({ listing: 'eu:1', with: 'us:1', why: 'linked by hand: seen in the register' });
  });
});

/** Few names, dates and numbers, so that they meet in every way. */
const arbitraryListings = fc
  .array(
    fc.record({
      list: fc.constantFrom('eu', 'un', 'us'),
      name: fc.constantFrom('Gerald Orvanik', 'Джеральд Орваник', 'G Orvanik', 'Gerald Orvanik Jr', 'Marta Orvanik', 'Blue Heron Ltd'),
      birthDate: fc.constantFrom([], ['1961-03-02'], ['1961-02-03'], ['1961'], ['1975-10-20']),
      passportNumber: fc.constantFrom([], ['AB7204518'], ['CD5310962']),
      address: fc.constantFrom([], ['12 Mill Road, Harlow'], ['7 Quay Street, Leith']),
      gender: fc.constantFrom([], ['male'], ['female']),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map(({ list, name, ...facts }, n) => person(`${list}:${n}`, name, facts)));

const arbitraryLinks = fc.array(fc.record({ x: fc.nat(11), y: fc.nat(11), verdict: fc.constantFrom('link' as const, 'unlink' as const) }), {
  maxLength: 4,
});

function linksOf(
  listings: readonly Listing[],
  picks: readonly { readonly x: number; readonly y: number; readonly verdict: PartyLink['verdict'] }[],
): PartyLink[] {
  return picks.flatMap(({ x, y, verdict }) => {
    const [a, b] = [listings[x]?.id, listings[y]?.id];
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, verdict, why: 'said' }];
  });
}

describe('for any listings', () => {
  test('none is lost or doubled, and a party has the id of its first listing', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryLinks, (listings, picks) => {
        const parties = merge(listings, linksOf(listings, picks));
        expect(parties.flatMap((party) => party.listings.map(({ id }) => id)).toSorted()).toEqual(listings.map(({ id }) => id).toSorted());
        for (const { id, listings: own, why } of parties) {
          expect(id).toBe(own[0]?.id);
          expect(why.map(({ listing: each }) => each)).toEqual(own.length > 1 ? own.map((each) => each.id) : []);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('their order changes nothing but the order of lists', () => {
    fc.assert(
      fc.property(
        arbitraryListings.chain((listings) =>
          fc.tuple(fc.constant(listings), fc.shuffledSubarray(listings, { minLength: listings.length })),
        ),
        arbitraryLinks,
        ([listings, shuffled], picks) => {
          const links = linksOf(listings, picks);
          const partition = (input: readonly Listing[]): readonly string[] =>
            groups(input, links)
              .map((ids) => ids.toSorted().join(' '))
              .toSorted();
          expect(partition(shuffled)).toEqual(partition(listings));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('the latest word of people is kept: who is unlinked stands apart, who is linked stands together unless that joins the unlinked', () => {
    fc.assert(
      fc.property(arbitraryListings, arbitraryLinks, (listings, picks) => {
        const links = linksOf(listings, picks);
        const latest = new Map(links.map((link) => [[link.a, link.b].toSorted().join(' '), link]));
        const partyOf = new Map(groups(listings, links).flatMap((ids, n) => ids.map((id) => [id, n] as const)));
        const said = [...latest.values()];
        for (const { a, b, verdict } of said) {
          if (verdict === 'unlink') expect(partyOf.get(a)).not.toBe(partyOf.get(b));
          else if (said.every((other) => other.verdict === 'link')) expect(partyOf.get(a)).toBe(partyOf.get(b));
        }
      }),
      { numRuns: 150 },
    );
  });
});
