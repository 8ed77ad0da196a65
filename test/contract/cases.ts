import { expect, test } from 'vitest';
import type { CaseChange } from '../../src/model/case.ts';
import { NO_ASSERTIONS, type NewClaim } from '../../src/model/claim.ts';
import { sha256, type Digest } from '../../src/model/digest.ts';
import { newCaseId, newClaimId, type NoticeId } from '../../src/model/ids.ts';
import type { Bench } from './store.ts';
import { T0, capture, claimNotice, derived, iso, item, listed, visit } from './watcher.ts';

/** Cases and claims. */
export function caseContract({ store, place }: Bench): void {
  const ann = { by: 'ann', at: iso(T0) };
  const open = async (title: string, changes: readonly CaseChange[] = [], at = T0) =>
    store().cases.open({ id: newCaseId(at), title, changes, by: 'ann', at: iso(at) });

  test('a case holds what was added to it, with tasks, comments and notes, and its log says who did what', async () => {
    const { id, made } = await published('a', '求购反无人机设备');
    const opened = await open('Bulat', [{ do: 'add', item: { kind: 'notice', id }, why: 'the notice' }]);
    expect(opened).toMatchObject({ title: 'Bulat', state: 'open', by: 'ann', version: 2, createdAt: iso(T0) });
    const on = { notice: id, capture: made, start: 0, end: 2 };
    const changed = await store().cases.change(
      opened.id,
      [
        { do: 'task', text: 'ask the maker', assignee: 'bob', due: '2026-03-09' },
        { do: 'comment', text: 'seen before' },
        { do: 'note', text: 'wanted', on },
        { do: 'add', item: { kind: 'capture', id: made }, why: null },
        { do: 'changeTask', task: 3, done: true },
      ],
      { by: 'bob', at: iso(T0 + 1) },
    );
    expect(changed).toMatchObject({
      version: 7,
      updatedAt: iso(T0 + 1),
      items: [
        { no: 2, kind: 'notice', id, caption: 'title', why: 'the notice', by: 'ann' },
        { no: 6, kind: 'capture', id: made, caption: 'http://w.example/a' },
      ],
      tasks: [{ no: 3, text: 'ask the maker', assignee: 'bob', due: '2026-03-09', done: { by: 'bob', at: iso(T0 + 1) } }],
      comments: [{ no: 4, text: 'seen before', by: 'bob' }],
      notes: [{ no: 5, text: 'wanted', on, words: 'ti', changed: null }],
    });
    expect(await store().cases.find(opened.id)).toEqual(changed);
    const {
      state,
      publisher,
      publishedAt,
      firstSeenAt,
      priority,
      listed: parties,
      goods,
      destination,
    } = (await store().findNotice(id)) ?? {};
    expect(changed.items.map(({ notice }) => notice)).toEqual([
      { state, publisher, publishedAt, firstSeenAt, priority, listed: parties, goods, destination },
      undefined,
    ]);
    const acts = await store().cases.actsOf(opened.id, 0, 100);
    expect(acts.map(({ no, by, done }) => [no, by, done.do])).toEqual([
      [1, 'ann', 'open'],
      [2, 'ann', 'add'],
      [3, 'bob', 'task'],
      [4, 'bob', 'comment'],
      [5, 'bob', 'note'],
      [6, 'bob', 'add'],
      [7, 'bob', 'changeTask'],
    ]);
    expect(await store().cases.actsOf(opened.id, 5, 1)).toEqual([acts[5]]);
    const after = await store().cases.change(
      opened.id,
      [
        { do: 'remove', item: 2, why: 'not ours' },
        { do: 'changeNote', note: 5, text: 'wanted, twice' },
        { do: 'changeTask', task: 3, done: false, due: null },
        { do: 'rename', title: 'Bulat and others' },
        { do: 'close', why: 'done' },
      ],
      { ...ann, at: iso(T0 + 2) },
    );
    expect(after).toMatchObject({ title: 'Bulat and others', state: 'closed', items: [{ no: 6 }], tasks: [{ done: null, due: null }] });
    expect(after.notes).toMatchObject([{ text: 'wanted, twice', changed: { by: 'ann', at: iso(T0 + 2) } }]);
  });

  test('changes are made all or none, and not to a case that somebody has changed since', async () => {
    const { id } = await open('one');
    const comment: CaseChange = { do: 'comment', text: 'a' };
    await expect(store().cases.change(id, [comment, { do: 'changeTask', task: 9, done: true }], ann)).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(store().cases.change(id, [comment, { do: 'reopen', why: null }], ann)).rejects.toMatchObject({ code: 'conflict' });
    await expect(store().cases.change(id, [{ do: 'remove', item: 1, why: null }], ann)).rejects.toMatchObject({ code: 'not-found' });
    const missing = [
      { kind: 'notice', id: 'n0' },
      { kind: 'capture', id: sha256('no') },
      { kind: 'party', id: 'l:1' },
    ] as const;
    for (const ref of [...missing, { kind: 'publisher', id: 'p0' }, { kind: 'claim', id: 'q0' }] as const)
      await expect(store().cases.change(id, [{ do: 'add', item: ref, why: null }], ann)).rejects.toMatchObject({ code: 'not-found' });
    expect(await store().cases.find(id)).toMatchObject({ version: 1, comments: [] });
    expect(await store().cases.change(id, [comment], { ...ann, ifVersion: 1 })).toMatchObject({ version: 2 });
    await expect(store().cases.change(id, [comment], { ...ann, ifVersion: 1 })).rejects.toMatchObject({ code: 'outdated' });
    await expect(store().cases.change(newCaseId(T0), [comment], ann)).rejects.toMatchObject({ code: 'not-found' });
    expect(await store().cases.find(newCaseId(T0))).toBeUndefined();
  });

  test('cases are listed latest changed first, by state and by what they hold', async () => {
    const { id } = await published('a', 'text');
    const [one, two, three] = [await open('one'), await open('two', [], T0 + 1), await open('three', [], T0 + 2)];
    await store().cases.change(one.id, [{ do: 'add', item: { kind: 'notice', id }, why: null }], { ...ann, at: iso(T0 + 3) });
    await store().cases.change(three.id, [{ do: 'close', why: null }], { ...ann, at: iso(T0 + 4) });
    const titles = async (filter: Partial<Parameters<ReturnType<typeof store>['cases']['list']>[0]>): Promise<readonly string[]> =>
      (await store().cases.list({ limit: 10, ...filter })).map(({ title }) => title);
    expect(await titles({})).toEqual(['three', 'one', 'two']);
    expect(await titles({ state: 'open' })).toEqual(['one', 'two']);
    expect(await titles({ holding: id })).toEqual(['one']);
    expect(await titles({ holding: id, state: 'closed' })).toEqual([]);
    expect(await store().cases.list({ limit: 1 })).toMatchObject([{ title: 'three', items: 0 }]);
    const [first] = await store().cases.list({ limit: 1 });
    expect(await titles({ limit: 1, ...(first && { after: first }) })).toEqual(['one']);
    expect(two.state).toBe('open');
  });

  test('a notice keeps its place in a case under the id that answers for it; what is done to it elsewhere stands in the log of the case', async () => {
    const [one, other] = [(await published('a', 'text')).id, (await published('b', 'text')).id];
    const { id } = await open('one', [{ do: 'add', item: { kind: 'report', id: other }, why: null }]);
    await expect(store().cases.change(id, [{ do: 'add', item: { kind: 'notice', id: other }, why: null }], ann)).rejects.toMatchObject({
      code: 'conflict',
    });
    const claim = await claimNotice(store(), 'http://w.example/a', T0 + 9);
    await store().recordVisits([visit(claim, T0 + 9, {}, { aliases: ['http://w.example/b'] })]);
    const kept = [one, other].toSorted()[0];
    expect((await store().cases.find(id))?.items).toMatchObject([{ kind: 'notice', id: kept, caption: 'title' }]);
    await store().triage.act({ notices: [one], act: { do: 'escalate' }, why: 'hot', by: 'bob', at: iso(T0 + 10) });
    expect((await store().cases.actsOf(id, 2, 9)).map(({ by, done }) => [by, done])).toEqual([
      ['bob', { do: 'triage', notice: kept, triage: { state: 'escalated', assignee: null }, act: 1, why: 'hot' }],
    ]);
    expect((await store().cases.list({ holding: one, limit: 9 })).map((found) => found.id)).toEqual([id]);
    expect((await store().cases.find(id))?.version).toBe(3);
  });

  test('a claim is kept with its words and their place, and only ever taken back', async () => {
    const { id, made } = await published('a', 'text');
    const first = await open('one');
    const said = await store().claims.record(claimOf(id, { capture: made, at: { start: 0, end: 5 } }), [first.id]);
    expect(said).toMatchObject({ who: 'the association', about: [id], cases: [first.id], withdrawn: null, forgotten: false });
    expect((await store().cases.find(first.id))?.items).toMatchObject([{ kind: 'claim', id: said.id, caption: 'the association' }]);
    const other = await store().claims.record(claimOf(id, { who: 'the department' }), []);
    expect((await store().claims.list({ limit: 9 })).map(({ who }) => who)).toEqual(['the department', 'the association']);
    expect(await store().claims.list({ limit: 9, about: id, before: other.id })).toEqual([said]);
    expect(await store().claims.find(said.id)).toEqual(said);
    const back = await store().claims.withdraw(said.id, { by: 'bob', at: iso(T0 + 1), why: 'misheard' });
    expect(back.withdrawn).toEqual({ by: 'bob', at: iso(T0 + 1), why: 'misheard' });
    expect((await store().cases.actsOf(first.id, 2, 9)).map(({ done }) => done.do)).toEqual(['withdraw']);
    await expect(store().claims.withdraw(said.id, { ...ann, why: 'again' })).rejects.toMatchObject({ code: 'conflict' });
    for (const wrong of [claimOf(id, { capture: sha256('no') }), claimOf('n0' as NoticeId)])
      await expect(store().claims.record(wrong, [])).rejects.toMatchObject({ code: 'not-found' });
    await expect(store().claims.record(claimOf(id), [newCaseId(T0)])).rejects.toMatchObject({ code: 'not-found' });
    expect(await store().claims.list({ limit: 9 })).toHaveLength(2);
  });

  test('words that were taken from a capture go with it, of claims and of notes', async () => {
    const { id, made } = await published('a', 'text');
    const said = await store().claims.record(claimOf(id, { capture: made, at: { start: 0, end: 5 } }), []);
    const note: CaseChange = { do: 'note', text: 'ours', on: { notice: id, capture: made, start: 0, end: 5 } };
    const { id: caseId } = await open('one', [note]);
    await store().forgetting.forget({ sha256: made, why: 'order 1', by: 'court', at: iso(T0 + 5) });
    expect(await store().claims.find(said.id)).toMatchObject({ quote: '', at: null, capture: made, forgotten: true });
    expect((await store().cases.find(caseId))?.notes).toMatchObject([{ text: 'ours', words: null }]);
    const again = await place().open();
    expect(await again.claims.find(said.id)).toMatchObject({ forgotten: true });
    await again.close();
  });

  function claimOf(about: NoticeId, more: Partial<NewClaim> = {}): NewClaim {
    return {
      id: newClaimId(T0),
      who: 'the association',
      saidAt: '2026-02-28',
      quote: 'only toys',
      capture: null,
      at: null,
      about: [about],
      asserts: { ...NO_ASSERTIONS, destinations: ['KZ'] },
      by: 'ann',
      recordedAt: iso(T0),
      ...more,
    };
  }

  async function published(name: string, body: string): Promise<{ readonly id: NoticeId; readonly made: Digest }> {
    const url = `http://w.example/${name}`;
    const { ids } = await listed(store(), [item(url)]);
    const claim = await claimNotice(store(), url, T0 + 1);
    const kept = capture(claim, T0 + 1);
    await store().recordVisits([visit(claim, T0 + 1, { capture: kept.record.sha256 }, { capture: kept })]);
    const [id] = ids;
    if (id === undefined) throw new Error('no notice');
    await store().recordReadings([derived(id, kept.record.sha256, 'title', body)]);
    return { id, made: kept.record.sha256 };
  }
}
