import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/case.ts';
import type { CaseSuggestion } from '../../src/model/case-suggestion.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { ClaimComparison } from '../../src/model/claim-finding.ts';
import type { Notice } from '../../src/model/notice.ts';
import { COPY, ELSEWHERE, ENGLISH, NOTICE, OTHER_PRESS, page, RUSSIAN, SAID_IN_ENGLISH, SAID_IN_RUSSIAN } from './case-pages.ts';
import { openHome, type TestHome } from './command.ts';
import { openPublisher, type Publisher } from './publisher.ts';

let province: Publisher;
let city: Publisher;
let press: Publisher;
beforeAll(async () => {
  [province, city, press] = [await openPublisher('127.0.0.44'), await openPublisher('127.0.0.45'), await openPublisher('127.0.0.46')];
});
afterAll(async () => Promise.all([province, city, press].map(async (site) => site.close())));

async function capture(home: TestHome, url: string, ...more: readonly string[]): Promise<Notice> {
  const rules = ['--allow-private', '--robots', 'ignore', '--reason', 'test'];
  return (await home.json(['capture', url, ...rules, ...more]))[0] as Notice;
}

describe('a case', () => {
  it('brings together the notice, its copy, its removal, what the press wrote and what was claimed, and shows what each claim denies', async () => {
    const home = openHome();
    province.set('/n', page(NOTICE));
    city.set('/n', page(COPY));
    city.set('/food', page(ELSEWHERE));
    for (const [path, each] of Object.entries({ '/en': ENGLISH, '/ru': RUSSIAN, '/other': OTHER_PRESS })) press.set(path, page(each));
    const notice = await capture(home, `${province.origin}/n`);
    const copy = await capture(home, `${city.origin}/n`);
    const food = await capture(home, `${city.origin}/food`);
    const english = await capture(home, `${press.origin}/en`, '--type', 'report');
    const russian = await capture(home, `${press.origin}/ru`, '--type', 'report');
    const other = await capture(home, `${press.origin}/other`, '--type', 'report');
    province.set('/n', { kind: 'page', status: 404, body: 'gone' });
    for (let n = 0; n < 2; n += 1) await capture(home, `${province.origin}/n`);

    await home.run(['case', 'new', 'Detectors for whom?', notice.id, '--by', 'ann']);
    const first = await suggested(home);
    expect(first.map(({ id }) => id)).toEqual(expect.arrayContaining([copy.id, english.id, russian.id]));
    expect(first.map(({ id }) => id)).not.toEqual(expect.arrayContaining([food.id]));
    expect(first.map(({ id }) => id)).not.toEqual(expect.arrayContaining([other.id]));
    expect(kindsOf(first, copy.id)).toContain('copy');
    expect(kindsOf(first, english.id)).toEqual(expect.arrayContaining(['tradeName', 'date', 'good']));
    expect(kindsOf(first, russian.id)).toEqual(expect.arrayContaining(['tradeName', 'date']));

    const said = ['claim', 'add', '--who', 'the association', '--by', 'ann', '--about', notice.id];
    const [toys] = (await home.json([...said, '--in', english.url, '--said', '2024-06-20', '--quote', SAID_IN_ENGLISH])) as [Claim];
    const [never] = (await home.json([...said, '--in', russian.id, '--quote', SAID_IN_RUSSIAN])) as [Claim];
    expect(toys.at).not.toBeNull();
    expect(never.at).not.toBeNull();
    const text = (await home.json(['show', english.id]))[0] as { readonly reading: { readonly text: string; readonly capture: string } };
    expect(text.reading.text.slice(toys.at?.start, toys.at?.end)).toBe(toys.quote);
    expect(toys.capture).toBe(text.reading.capture);

    const second = await suggested(home);
    expect(
      second
        .filter(({ kind }) => kind === 'claim')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([toys.id, never.id].toSorted());
    expect(second.find(({ id }) => id === toys.id)?.claim).toMatchObject({
      saidAt: '2024-06-20',
      quote: SAID_IN_ENGLISH,
      about: [notice.id],
    });
    const asked = await home.run(['case', 'suggest', 'Detectors for whom?', '--limit', '1']);
    expect(asked.stderr).toContain(`${second.length - 1} more`);
    expect((await home.run(['case', 'suggest', 'Detectors for whom?'])).stdout).toMatch(/said 2024-06-20, about n\S+: “/);
    await home.run(['case', 'add', 'Detectors for whom?', ...second.map(({ id }) => id), '--by', 'ann', '--why', 'suggested']);
    const [whole] = (await home.json(['case', 'show', 'Detectors for whom?'])) as [Case];
    expect(whole.items.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual(
      [
        `notice ${notice.id}`,
        `notice ${copy.id}`,
        `report ${english.id}`,
        `report ${russian.id}`,
        `claim ${toys.id}`,
        `claim ${never.id}`,
      ].toSorted(),
    );
    expect((await home.json(['notices', '--query', 'removed']))[0]).toMatchObject({ id: notice.id, state: 'removed' });

    const [ofToys] = (await home.json(['claim', 'compare', toys.id])) as [ClaimComparison];
    expect(shortOf(ofToys)).toEqual(
      expect.arrayContaining([
        ['contradicts', 'goods', 'toys', 'counter_uav_jam'],
        ['contradicts', 'goods', 'toys', 'counter_uav_detect'],
        ['contradicts', 'destination', 'KZ', 'RU'],
      ]),
    );
    const kept = (await home.json(['show', notice.id]))[0] as { readonly reading: { readonly text: string } };
    for (const { claim, notice: words } of ofToys.findings) {
      if (claim !== null) expect(toys.quote.slice(claim.start, claim.end)).toBe(claim.text);
      if (words !== null) expect(kept.reading.text.slice(words.start, words.end)).toBe(words.text);
    }
    const [ofNever] = (await home.json(['claim', 'compare', never.id])) as [ClaimComparison];
    expect(shortOf(ofNever)).toEqual(
      expect.arrayContaining([
        ['contradicts', 'publication', 'not published', null],
        ['unsaid', 'purpose', 'civil', null],
      ]),
    );
    const { stdout } = await home.run(['claim', 'compare', toys.id]);
    expect(stdout).toMatch(/contradicts {2}destination {2}the claim says KZ, the notice says RU \[“Kazakhstan” \d+–\d+ \| “俄罗斯/);

    await home.run(['triage', notice.id, 'escalate', '--why', 'front line', '--by', 'bob']);
    await home.run(['case', 'task', whole.id, 'ask the department', '--to', 'bob', '--due', '2024-07-01', '--by', 'ann']);
    await home.run(['case', 'note', whole.id, 'the maker is in St Petersburg', '--on', notice.id, '--words', 'Bulat', '--by', 'ann']);
    await home.run(['case', 'comment', whole.id, 'seen before', '--by', 'bob']);
    const [after] = (await home.json(['case', 'close', whole.id, '--why', 'published', '--by', 'ann'])) as [Case];
    expect(after).toMatchObject({
      state: 'closed',
      notes: [{ words: 'Bulat' }],
      tasks: [{ assignee: 'bob', due: '2024-07-01', done: null }],
    });
    const acts = (await home.run(['case', 'log', whole.id])).stdout;
    for (const said of ['opened “Detectors for whom?”', `notice ${notice.id} is escalated (front line)`, 'closed it (published)'])
      expect(acts).toContain(said);
    expect((await home.json(['case', 'list', '--state', 'open'])).length).toBe(0);
    expect(await home.json(['case', 'list', '--holding', toys.id])).toMatchObject([{ id: whole.id }]);
    expect((await home.run(['case', 'show', whole.id])).stdout).toContain('[ ] ask the department, bob, until 2024-07-01');
    await home.run(['case', 'close', whole.id], 2);
    await home.run(['case', 'show', 'nothing'], 4);
    await home.run(['case', 'add', whole.id, 'n0'], 4);
    await home.run(['claim', 'compare', 'q0'], 4);
    await home.run(['claim', 'withdraw', never.id, '--why', 'misheard', '--by', 'ann']);
    expect((await home.run(['claim', 'list', '--about', notice.id])).stdout).toContain('(withdrawn)');
    await home.run(['log', 'verify']);
  }, 240_000);
});

async function suggested(home: TestHome): Promise<readonly CaseSuggestion[]> {
  return (await home.json(['case', 'suggest', 'Detectors for whom?'])) as readonly CaseSuggestion[];
}

function kindsOf(suggestions: readonly CaseSuggestion[], id: string): readonly string[] {
  return suggestions.find((one) => one.id === id)?.reasons.map(({ kind }) => kind) ?? [];
}

function shortOf({ findings }: ClaimComparison): readonly (readonly [string, string, string, string | null])[] {
  return findings.map(({ verdict, about, says, notice }) => [verdict, about, says, notice?.names ?? null]);
}
