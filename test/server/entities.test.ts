import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONTROLLED, serveListedHome, type ListedHome } from './listed-home.ts';

interface Found {
  readonly results: readonly { readonly id: string; readonly schema: string; readonly target: boolean }[];
  readonly total: { readonly value: number };
  readonly offset: number;
  readonly limit: number;
  readonly facets: Readonly<
    Record<
      string,
      { readonly label: string; readonly values: readonly { readonly name: string; readonly label: string; readonly count: number }[] }
    >
  >;
}

describe('clients of yente: searching and entities', () => {
  let home: ListedHome;
  beforeAll(async () => void (home = await serveListedHome()));
  afterAll(() => home.close());

  const search = async (params: string, dataset = 'default') => {
    const answer = await home.app.inject(`/search/${dataset}${params}`);
    return { status: answer.statusCode, found: answer.json<Found>() };
  };
  const ids = async (params: string, dataset?: string) => (await search(params, dataset)).found.results.map(({ id }) => id);

  it('gives everybody where nothing is asked, with three facets', async () => {
    const { found } = await search('');
    expect(found).toMatchObject({ total: { value: 4, relation: 'eq' }, offset: 0, limit: 10 });
    expect(Object.keys(found.facets)).toEqual(['countries', 'topics', 'datasets']);
    expect(found.facets['countries']?.values[0]).toEqual({ name: 'ru', label: 'Russia', count: 3 });
    expect(found.facets['topics']?.values).toContainEqual({ name: 'sanction', label: 'Sanctioned entity', count: 2 });
    expect(Object.keys((await search('?facets=schema&facets=topics')).found.facets)).toEqual(['schema', 'topics']);
  });

  it.each([
    ['?q=zhelvakov arkadi', ['watched:p1']],
    ['?q=желваков', ['watched:p1']],
    ['?q=stroy', ['watched:c1']],
    ['?q=海格', ['controlled:k1']],
    ['?q=banana', []],
    ['?q=zhelvakov&schema=Vessel', []],
    ['?q=zhelvakov&schema=Person', ['watched:p1']],
    ['?q=zhelvakov&countries=ke', []],
    ['?q=zhelvakov&countries=RU', ['watched:p1']],
    ['?q=zhelvakov&exclude_dataset=watched', []],
    ['?q=zhelvakov&changed_since=2100-01-01T00:00', []],
    ['?topics=export.control', ['controlled:k1']],
    ['?target=false', []],
    ['?limit=0', []],
    ['?offset=100', []],
    ['?q=invalid/query', []],
  ])('%s gives %j', async (params, expected) => {
    expect(await ids(encodeURI(params))).toEqual(expected);
  });

  it('searches one list alone, and refuses what is out of bounds or unknown', async () => {
    expect(await ids('?schema=Person', 'controlled')).toEqual([]);
    for (const params of ['?schema=Banana', '?limit=10000', '?offset=10000', '?facets=colours'])
      expect((await search(params)).status).toBe(400);
    expect((await search('', 'nowhere')).status).toBe(404);
  });

  it('puts who is shown by the words before whose other names have them', async () => {
    await home.put('controlled', [
      { id: 'o1', schema: 'Company', properties: { name: ['Northern Trade House'], alias: ['Velvetine Optics Works'] } },
      { id: 'o2', schema: 'Company', properties: { name: ['Velvetine Optics Works and Laboratories'] } },
      { id: 'o3', schema: 'Company', properties: { name: ['Velvetine Mill'] } },
    ]);
    await home.served.screening.renew();
    expect(await ids('?q=velv')).toEqual(['controlled:o3', 'controlled:o2', 'controlled:o1']);
    await home.put('controlled', CONTROLLED);
    await home.served.screening.renew();
  });

  it('gives an entity with its designations, flat where that is asked, and what stands beside it', async () => {
    const entity = (await home.app.inject('/entities/watched:p1')).json<{
      id: string;
      properties: Record<string, { schema: string; properties: object }[]>;
    }>();
    expect(entity).toMatchObject({ id: 'watched:p1', schema: 'Person', properties: { birthDate: ['1951-12-15'], nationality: ['ru'] } });
    expect(entity.properties['sanctions']?.[0]).toMatchObject({
      schema: 'Sanction',
      properties: { entity: ['watched:p1'], program: ['EX-7'] },
    });
    const flat = (await home.app.inject('/entities/watched:p1?nested=false')).json<{ properties: object }>();
    expect(flat.properties).not.toHaveProperty('sanctions');
    expect((await home.app.inject('/entities/watched:p1/adjacent')).json()).toMatchObject({
      entity: { id: 'watched:p1' },
      adjacent: { sanctions: { total: { value: 1 }, results: [{ id: 'designation:watched:p1' }] } },
    });
    expect((await home.app.inject('/entities/watched:p1/adjacent/sanctions?limit=0')).json()).toMatchObject({ results: [], limit: 0 });
    expect((await home.app.inject('/entities/designation:watched:p1')).json()).toMatchObject({ schema: 'Sanction' });
    expect((await home.app.inject('/entities/banana')).statusCode).toBe(404);
  });

  it('leads from a listing to its party', async () => {
    const answer = await home.app.inject('/entities/controlled:k2?nested=false');
    expect([answer.statusCode, answer.headers.location]).toEqual([308, '/entities/watched%3Ac1?nested=false']);
    expect((await home.app.inject(answer.headers.location ?? '')).json()).toMatchObject({
      referents: ['controlled:k2'],
      datasets: ['watched', 'controlled'],
    });
  });
});
