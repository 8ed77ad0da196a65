import { expect, test } from 'vitest';
import { packagedListFacts } from './list-facts.ts';
import { loadKnownLists, packagedLists } from './lists.ts';

/** Formats that are read by code; the others are mappings. */
const BY_CODE = ['ofac-csv', 'us-csl-csv', 'un-xml', 'ftm-json', 'ch-seco-xml', 'ofac-advanced-xml'];

test('every known list has a format that can be read, or says that it has none', () => {
  const mappings = new Map(packagedListFacts().mappings.map((mapping) => [mapping.format, mapping]));
  const lists = [...loadKnownLists().values()];
  expect(lists.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ofac-sdn', 'ofac-cons', 'us-csl', 'un-sc', 'eu-fsf', 'uk-sanctions', 'ua-nsdc', 'opensanctions']),
  );
  for (const { name, format, tested, note } of lists) {
    if (format === null) expect(note, name).toBeTruthy();
    else if (!BY_CODE.includes(format)) expect(mappings.get(format)?.tested, `${name}: ${format}`).toBe(tested);
  }
});

test('countries are known by the spellings of the lists', () => {
  const { countries } = packagedListFacts();
  const spellings = {
    germany: 'de',
    'east germany': 'dd',
    'congo kinshasa': 'cd',
    france: 'fr',
    serbia: 'rs',
    zaire: 'zr',
    'korea north': 'kp',
    'iran islamic republic of': 'ir',
    'russian federation': 'ru',
    turkiye: 'tr',
    dprk: 'kp',
    burma: 'mm',
    'hong kong': 'hk',
    syrian: 'sy',
    usa: 'us',
  };
  for (const [spelling, code] of Object.entries(spellings)) expect(countries.get(spelling), spelling).toBe(code);
});

test('the lists that come with the package are parsed once: requests ask for them', () => {
  expect(packagedLists()).toBe(packagedLists());
  expect(packagedLists()).toEqual(loadKnownLists());
});
