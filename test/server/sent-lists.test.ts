import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveListedHome, type ListedHome } from './listed-home.ts';

const OWN = Array.from({ length: 12 }, (_, n) => `Zhelezov Works ${'ABCDEFGHIJKL'.charAt(n)},RU`);

describe('lists that are sent as files', () => {
  let home: ListedHome;
  beforeAll(async () => void (home = await serveListedHome()));
  afterAll(() => home.close());

  const send = (name: string, payload: string | Buffer, query = 'file=own%20list.csv', type = 'text/csv') =>
    home.app.inject({ method: 'PUT', url: `/api/v1/lists/${name}/file?${query}`, headers: { 'content-type': type }, payload });
  const table = (rows: readonly string[]): string => `name,country\n${rows.join('\n')}\n`;
  const matchesOf = async (name: string): Promise<readonly string[]> => {
    const payload = { queries: [{ name }] };
    const { results } = (await home.app.inject({ method: 'POST', url: '/api/v1/screen', payload })).json<{
      results: readonly { readonly matches: readonly { readonly list: string }[] }[];
    }>();
    return results[0]?.matches.map(({ list }) => list) ?? [];
  };

  it('are screened against at once, and each file that follows is a version', async () => {
    const first = await send('own', table(OWN));
    expect([first.statusCode, first.json()]).toEqual([
      200,
      expect.objectContaining({
        list: 'own',
        version: 1,
        outcome: 'updated',
        format: 'own-table',
        counts: expect.objectContaining({ listings: 12 }),
      }),
    ]);
    await expect.poll(() => matchesOf('Zhelezov Works B'), { timeout: 20_000 }).toContain('own');
    expect((await send('own', table(OWN))).json()).toMatchObject({ version: 1, outcome: 'unchanged' });
    expect((await send('own', table([...OWN, 'Later Ltd,AE']))).json()).toMatchObject({ version: 2, outcome: 'updated', previous: 1 });
    expect((await home.app.inject('/api/v1/lists/own')).json()).toMatchObject({
      address: 'sent:own_list.csv',
      everyMs: null,
      nextCheckAt: null,
    });
  });

  it('wait for a person where much is gone, unless that is said to be right', async () => {
    expect((await send('own', table(OWN.slice(0, 6)))).json()).toMatchObject({ outcome: 'held' });
    const accept = { method: 'POST', url: '/api/v1/lists/own/update', payload: { accept: true } } as const;
    expect((await home.app.inject(accept)).json()).toMatchObject({ outcome: 'accepted', counts: { listings: 6 } });
    expect((await send('own', table(OWN.slice(0, 2)), 'file=own.csv&accept=true')).json()).toMatchObject({ outcome: 'updated' });
  });

  it('are sent anew, not fetched; and a list that is fetched is not sent', async () => {
    const update = await home.app.inject({ method: 'POST', url: '/api/v1/lists/own/update', payload: {} });
    expect([update.statusCode, update.json<{ detail: string }>().detail]).toEqual([400, expect.stringContaining('send it anew')]);
    const taken = await send('watched', table(OWN));
    expect([taken.statusCode, taken.json<{ detail: string }>().detail]).toEqual([400, expect.stringContaining('is fetched from')]);
  });

  it.each([
    ['Own', table(OWN), 'file=a.csv', 400, 'kebab-case'],
    ['other', '', 'file=a.csv', 422, 'the body is empty'],
    ['other', 'a;b\n1;2\n', 'file=a.csv', 422, 'a column called name'],
    ['other', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a, 0, 1, 2]), 'file=../../x.pdf', 422, 'x.pdf is a PDF'],
  ])('of a file that cannot be read nothing is left: %s %j', async (name, payload, query, status, said) => {
    const answer = await send(name, payload, query);
    expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(said)]);
    expect((await home.app.inject('/api/v1/lists/other')).statusCode).toBe(404);
  });

  it('a file that is too large is refused while it comes', async () => {
    const answer = await send('large', Buffer.alloc(65 * 1024 * 1024, 0x61));
    expect([answer.statusCode, answer.body]).toEqual([413, expect.stringContaining('64 MiB')]);
  });
});
