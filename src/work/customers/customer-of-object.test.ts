import { expect, it } from 'vitest';
import { loadCustomerColumns } from '../../catalogue/customer-columns.ts';
import { MOST_ALIASES } from '../../model/party.ts';
import { customerOfObject, flatObject } from './customer-of-object.ts';
import { findColumns, type WantedColumns } from './find-columns.ts';

const known = loadCustomerColumns();

function customerOf(object: Readonly<Record<string, unknown>>, wanted: WantedColumns = {}) {
  const columns = Object.keys(flatObject(object));
  return customerOfObject(
    object,
    columns,
    findColumns('a.jsonl', columns, wanted, known, () => []),
    known,
  );
}

it('takes all names of a list for names of one party, each once', () => {
  expect(customerOf({ name: ['OOO Romashka', 'Borvel Zankur', ' OOO  Romashka'] })).toEqual({
    query: { name: 'OOO Romashka', aliases: ['Borvel Zankur'] },
  });
  expect(customerOf({ name: ['', 'Borvel Zankur'] })).toEqual({ query: { name: 'Borvel Zankur' } });
});

it('passes over what is no name beside one that is', () => {
  expect(customerOf({ name: ['—', 'Borvel Zankur', '-'] })).toEqual({ query: { name: 'Borvel Zankur' } });
  expect(customerOf({ name: ['—', '-'] })).toMatchObject({ why: expect.stringContaining('no letter') });
  expect(customerOf({ name: ['Borvel Zankur', '\ufffd'] })).toMatchObject({ why: expect.stringContaining('no text in the encoding') });
});

it('reads no row of which a name would be left out', () => {
  expect(customerOf({ name: ['Borvel', { full: 'Zankur' }] })).toMatchObject({ why: expect.stringContaining('neither a text nor a list') });
  expect(customerOf({ name: ['Borvel', 'Zan\u0007kur'] })).toMatchObject({ why: expect.stringContaining('control characters') });
  expect(customerOf({ name: Array.from({ length: MOST_ALIASES + 2 }, (_, n) => `Borvel ${n}`) })).toMatchObject({
    why: expect.stringContaining('202 names'),
  });
});

const entity = {
  id: 'x-1',
  schema: 'Person',
  caption: 'Ivan Borvel',
  properties: { name: ['Ivan Borvel'], alias: ['Zankur'], nationality: ['ru'], birthDate: ['1961-05-03'], passportNumber: ['P 77'] },
};

it('reads an entity of FollowTheMoney with its aliases and facts', () => {
  expect(customerOf(entity)).toEqual({
    key: 'x-1',
    query: {
      name: 'Ivan Borvel',
      aliases: ['Zankur'],
      schema: 'Person',
      countries: ['RU'],
      birthDates: ['1961-05-03'],
      identifiers: ['P 77'],
    },
  });
  expect(customerOf({ ...entity, properties: { firstName: ['Ivan'], lastName: ['Borvel'] } })).toMatchObject({
    query: { name: 'Ivan Borvel' },
  });
});

it('finds the name of an entity that has none among its names', () => {
  const nameOf = (more: Readonly<Record<string, unknown>>): unknown => customerOf({ ...entity, caption: undefined, ...more });
  const properties = { firstName: ['Ivan'], lastName: ['Borvel'], alias: ['Zankur'] };
  for (const name of [[], [''], ['—']])
    expect(nameOf({ properties: { ...properties, name } })).toMatchObject({ query: { name: 'Ivan Borvel', aliases: ['Zankur'] } });
  expect(nameOf({ caption: 'Ivan Borvel', properties: {} })).toMatchObject({ query: { name: 'Ivan Borvel' } });
  expect(nameOf({ name: 'Ivan Borvel', properties: { alias: ['Zankur'] } })).toMatchObject({
    query: { name: 'Ivan Borvel', aliases: ['Zankur'] },
  });
  expect(nameOf({ properties: { name: [7, { full: 'Ivan' }], firstName: ['Ivan'] } })).toMatchObject({
    why: expect.stringContaining('neither a text nor a list'),
  });
  expect(nameOf({ properties: { ...properties, name: ['\ufffd\ufffd'] } })).toMatchObject({
    why: expect.stringContaining('no text in the encoding'),
  });
  // What is no party is called by its kind or its place.
  expect(nameOf({ schema: 'Address', caption: 'Pier 3', properties: {} })).toMatchObject({ why: 'the row has no name' });
});

it('reads an object that only looks like an entity as it is', () => {
  const account = { schema: 'UserAccount', name: 'Beta Zankur', properties: { plan: 'gold' } };
  for (const schema of ['UserAccount', 'app.user', 'constructor'])
    expect(customerOf({ ...account, schema })).toMatchObject({ query: { name: 'Beta Zankur' } });
  expect(customerOf({ schema: 'NewKind', properties: { name: ['Beta Zankur'] } })).toMatchObject({ query: { name: 'Beta Zankur' } });
});

it('reads of an entity the columns that the user names', () => {
  expect(customerOf(entity, { name: 'caption', country: 'CN' })).toMatchObject({ query: { name: 'Ivan Borvel', countries: ['CN'] } });
  expect(customerOf(entity, { name: 'alias' })).toMatchObject({ query: { name: 'Zankur' } });
});
