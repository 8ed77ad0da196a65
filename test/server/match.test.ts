import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveListedHome, WATCHED, type ListedHome } from './listed-home.ts';

interface Result {
  readonly id: string;
  readonly score: number;
  readonly match: boolean;
  readonly datasets: readonly string[];
  readonly explanations: Readonly<Record<string, { readonly detail: string | null }>>;
  readonly [key: string]: unknown;
}
interface Response {
  readonly status: number;
  readonly results: readonly Result[];
  readonly total: { readonly value: number; readonly relation: string };
  readonly query: { readonly id: string | null; readonly schema: string; readonly properties: Record<string, string[]> };
}

/** What every client reads of an entity. */
const KEYS = ['id', 'caption', 'schema', 'properties', 'datasets', 'referents', 'target', 'first_seen', 'last_seen', 'last_change'];
const PERSON = { schema: 'Person', properties: { name: ['Arkadii Romanovich Zhelvakov', 'Желваков Аркадий'], birthDate: ['1951'] } };
const COMPANY = { schema: 'Company', properties: { name: ['Stroimontazhinvest'], jurisdiction: ['Russia'] } };

describe('clients of yente: matching', () => {
  let home: ListedHome;
  beforeAll(async () => void (home = await serveListedHome()));
  afterAll(() => home.close());

  async function match(queries: object, params = '', dataset = 'default') {
    const answer = await home.app.inject({ method: 'POST', url: `/match/${dataset}${params}`, payload: { queries } });
    return { answer, of: (key: string) => answer.json<{ responses: Record<string, Response> }>().responses[key] };
  }

  it('answers a batch of a person in two alphabets and a company, as its documentation sends it', async () => {
    const { answer, of } = await match({ q1: PERSON, q2: COMPANY });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['x-batch-size']).toBe('2');
    expect(answer.json()).toMatchObject({ limit: 5, matcher: { name: { description: expect.any(String), coefficient: 1 } } });
    const [person] = of('q1')?.results ?? [];
    expect(Object.keys(person ?? {})).toEqual(expect.arrayContaining([...KEYS, 'score', 'match', 'features', 'explanations']));
    expect(person).toMatchObject({ id: 'watched:p1', schema: 'Person', match: true, datasets: ['watched'], target: true });
    expect(person?.['first_seen']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(person?.explanations['name']?.detail).toContain('Romanovich');
    expect(of('q1')).toMatchObject({ status: 200, total: { value: 1, relation: 'eq' } });
    // One party on two lists is one result.
    expect(of('q2')?.results).toHaveLength(1);
    expect(of('q2')?.results[0]).toMatchObject({ datasets: expect.arrayContaining(['watched', 'controlled']) as string[] });
  });

  it('says how it understood a query: countries as codes, values in lists, the id as it came', async () => {
    const { of } = await match({
      q: { ...COMPANY, id: 'mine', properties: { ...COMPANY.properties, colour: ['red'], name: 'Stroimontazhinvest' } },
    });
    expect(of('q')?.query).toEqual({ id: 'mine', schema: 'Company', properties: { name: ['Stroimontazhinvest'], jurisdiction: ['ru'] } });
  });

  it('refuses a schema that is none, a query without one, a batch without queries, and names what it wants', async () => {
    expect((await match({ q: { schema: 'Banana', properties: { name: 'x' } } })).answer.statusCode).toBe(400);
    expect((await match({ q: { properties: { name: 'x' } } })).answer.json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining('schema'),
    });
    expect((await match({})).answer.statusCode).toBe(400);
    expect((await match({ q: PERSON }, '?algorithm=neural-net')).answer.statusCode).toBe(400);
    expect((await match({ q: PERSON }, '', 'wached')).answer.json()).toMatchObject({
      status: 404,
      detail: expect.stringContaining('Did you mean watched?'),
    });
  });

  it.each([
    ['?algorithm=logic-v1&fuzzy=false', 1],
    ['?include_dataset=controlled', 0],
    ['?include_dataset=controlled&include_dataset=watched', 1],
    ['?exclude_dataset=watched', 0],
    ['?topics=crime.cyber', 0],
    ['?topics=crime.cyber&topics=sanction', 1],
    ['?exclude_schema=Person', 0],
    ['?exclude_schema=Organization', 1],
    ['?exclude_entity_ids=watched:p1', 0],
    ['?changed_since=2100-01-01', 0],
    ['?changed_since=2020-01-01T00:00', 1],
    ['?threshold=1&cutoff=1', 0],
    ['?limit=1', 1],
  ])('%s leaves %i', async (params, count) => {
    expect((await match({ q: PERSON }, params)).of('q')?.results).toHaveLength(count);
  });

  it('answers of one list alone, and finds nobody where the schema is of no party', async () => {
    expect((await match({ q: PERSON }, '', 'watched')).of('q')?.results).toHaveLength(1);
    expect((await match({ q: PERSON }, '', 'controlled')).of('q')?.results).toEqual([]);
    expect((await match({ q: { schema: 'Address', properties: { full: 'Stroymontazhinvest' } } })).of('q')?.results).toEqual([]);
    expect((await match({ q: { schema: 'Thing', properties: { name: 'Polnochnaya Zvezda' } } })).of('q')?.results).toHaveLength(1);
  });

  it('finds by a number alone whose name is written otherwise', async () => {
    const { of } = await match({ q: { schema: 'Company', properties: { name: 'Stroymontazh', innCode: '7707083893' } } });
    expect(of('q')?.results[0]).toMatchObject({ match: true });
  });

  it('knows of a change of a list after it', async () => {
    await home.put('watched', [...WATCHED, { id: 'n1', schema: 'Company', properties: { name: ['Quickwater Tungsten'] } }]);
    await home.served.screening.renew();
    const { of } = await match({ q: { schema: 'Company', properties: { name: 'Quickwater Tungsten' } } });
    expect(of('q')?.results[0]).toMatchObject({ id: 'watched:n1' });
  });

  it('lists what can be asked of', async () => {
    const { datasets, current } = (await home.app.inject('/catalog')).json<{
      datasets: { name: string; children: string[] }[];
      current: string[];
    }>();
    expect(current).toEqual(['default', 'watched', 'controlled']);
    expect(datasets[0]).toMatchObject({ name: 'default', children: ['watched', 'controlled'] });
    expect((await home.app.inject('/manifest')).json()).toMatchObject({
      datasets: [{ name: 'default' }, { name: 'watched' }, { name: 'controlled' }],
    });
    expect((await home.app.inject('/algorithms')).json()).toMatchObject({ default: 'dualwatch' });
  });
});
