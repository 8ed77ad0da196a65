import { describe, expect, it } from 'vitest';
import { triageAfter, type Doing } from '../../acts/triage.ts';
import type { Notice, Triage } from '../../api/routes.gen.ts';
import { PAGE, Sheet } from './sheet.ts';

const UNTOUCHED: Triage = { state: 'new', assignee: null };

/** A server's list in memory: rows of `triage:new`, most important first. */
function serverOf(count: number) {
  const notices = new Map(Array.from({ length: count }, (_, n) => [`n${n}`, noticeOf(`n${n}`)]));
  let asked = 0;
  const listed = () => [...notices.values()].filter(({ triage }) => triage.state === 'new').toSorted((a, b) => b.priority - a.priority);
  const load = async (offset: number, limit: number) => {
    asked += 1;
    const all = listed();
    return Promise.resolve({ items: all.slice(offset, offset + limit), total: all.length });
  };
  const sheet = new Sheet(load, (before, after) => before.state === 'new' && after.state !== 'new');
  return { notices, sheet, asked: () => asked, listed };
}

function noticeOf(id: string, priority = 0): Notice {
  return { id, priority, title: id, triage: UNTOUCHED } as unknown as Notice;
}

async function settled(): Promise<void> {
  for (let n = 0; n < 10; n += 1) await Promise.resolve();
}

let no = 0;
/** An act as the page and the server do it; `answer` lets the server do its part. */
function begin({ sheet, notices }: ReturnType<typeof serverOf>, ids: readonly string[], doing: Doing) {
  const mine = ++no;
  sheet.hear({ kind: 'began', no: mine, ids: new Set(ids), after: triageAfter(doing) });
  const change = (to: (before: Triage) => Triage): Map<string, Triage> => {
    const triages = new Map<string, Triage>();
    for (const id of ids) {
      const notice = notices.get(id);
      if (notice === undefined) continue;
      notices.set(id, { ...notice, triage: to(notice.triage) });
      triages.set(id, to(notice.triage));
    }
    return triages;
  };
  return {
    no: mine,
    answer: () => sheet.hear({ kind: 'ended', no: mine, triages: change(triageAfter(doing)) }),
    refuse: () => sheet.hear({ kind: 'refused', no: mine }),
    takeBack: () => {
      sheet.hear({ kind: 'takingBack', no: mine });
      sheet.hear({ kind: 'tookBack', no: mine, triages: change(() => UNTOUCHED) });
    },
  };
}

describe('a list of which only what is looked at is read', () => {
  it('reads what is wanted, from any place, once', async () => {
    const { sheet, asked } = serverOf(100_000);
    sheet.want(0, 20);
    await settled();
    expect(sheet.total).toBe(100_000);
    expect(sheet.at(3)?.id).toBe('n3');
    sheet.want(90_010, 90_030);
    sheet.want(90_010, 90_030);
    await settled();
    expect(sheet.at(90_025)?.id).toBe('n90025');
    expect(sheet.at(500)).toBeUndefined();
    expect(sheet.placeOf('n90025')).toBe(90_025);
    expect(asked()).toBe(2);
  });

  it('takes a dismissed row out at once, reads on from the right place, and puts it back where it was', async () => {
    const server = serverOf(300);
    const { sheet } = server;
    sheet.want(0, 20);
    await settled();
    const act = begin(server, ['n2', 'n4'], { act: 'dismiss' });
    expect([0, 1, 2, 3].map((place) => sheet.at(place)?.id)).toEqual(['n0', 'n1', 'n3', 'n5']);
    expect(sheet.total).toBe(298);
    act.answer();
    sheet.want(40, 60);
    await settled();
    expect(Array.from({ length: 60 }, (_, place) => sheet.at(place)?.id)).toEqual(
      server
        .listed()
        .slice(0, 60)
        .map(({ id }) => id),
    );
    act.takeBack();
    await settled();
    expect(sheet.total).toBe(300);
    expect(Array.from({ length: 60 }, (_, place) => sheet.at(place)?.id)).toEqual(Array.from({ length: 60 }, (_, n) => `n${n}`));
  });

  it('puts back what the server refuses', async () => {
    const server = serverOf(10);
    const { sheet } = server;
    sheet.want(0, 10);
    await settled();
    const act = begin(server, ['n0'], { act: 'escalate' });
    expect(sheet.at(0)?.id).toBe('n1');
    act.refuse();
    expect(sheet.at(0)).toMatchObject({ id: 'n0', triage: { state: 'new' } });
    expect(sheet.total).toBe(10);
  });

  it('keeps an answer that was under way while rows left from landing in the wrong places', async () => {
    const server = serverOf(300);
    const { sheet } = server;
    sheet.want(0, 20);
    await settled();
    sheet.want(100, 150);
    const act = begin(server, ['n1'], { act: 'dismiss' });
    await settled();
    expect(sheet.at(120)).toBeUndefined();
    act.answer();
    await settled();
    expect(sheet.at(120)?.id).toBe('n121');
  });

  it('assigns in place, and reads anew after an act about rows that it does not know', async () => {
    const server = serverOf(200);
    const { sheet } = server;
    sheet.want(0, 20);
    await settled();
    begin(server, ['n0'], { act: 'assign', assignee: 'me' }).answer();
    expect(sheet.at(0)?.triage.assignee).toBe('me');
    begin(server, ['n0', 'n150'], { act: 'dismiss' }).answer();
    await settled();
    expect(sheet.total).toBe(198);
    expect(sheet.at(0)?.id).toBe('n1');
  });

  it('reads on by itself after an act that took out all that was here', async () => {
    const server = serverOf(200);
    const { sheet } = server;
    sheet.want(0, 20);
    await settled();
    const ids = await sheet.idsBetween(0, 100);
    begin(server, ids, { act: 'dismiss' }).answer();
    await settled();
    expect([sheet.total, sheet.at(0)?.id, sheet.at(19)?.id]).toEqual([100, 'n100', 'n119']);
  });

  it('lets news wait, and shows them when asked', async () => {
    const server = serverOf(100);
    const { sheet, notices } = server;
    sheet.want(0, 20);
    await settled();
    notices.set('fresh', noticeOf('fresh', 99));
    await sheet.look();
    expect(sheet.at(0)?.id).toBe('n0');
    expect(sheet.news).toEqual({ more: 1 });
    await sheet.renew();
    expect([sheet.at(0)?.id, sheet.total, sheet.news]).toEqual(['fresh', 101, null]);
  });

  it('hears of nothing where nothing is other, and of another order', async () => {
    const { sheet, notices } = serverOf(100);
    sheet.want(0, 20);
    await settled();
    await sheet.look();
    expect(sheet.news).toBeNull();
    notices.set('n30', noticeOf('n30', 50));
    await sheet.look();
    expect(sheet.news).toEqual({ more: 0 });
    expect(sheet.at(0)?.id).toBe('n0');
  });

  it('fills an empty list by itself: no row can move', async () => {
    const { sheet, notices } = serverOf(0);
    sheet.want(0, 20);
    await settled();
    expect(sheet.total).toBe(0);
    notices.set('first', noticeOf('first'));
    await sheet.look();
    await settled();
    expect(sheet.at(0)?.id).toBe('first');
  });

  it('names all rows of a range, read or not', async () => {
    const { sheet } = serverOf(1200);
    sheet.want(0, 20);
    await settled();
    const ids = await sheet.idsBetween(10, 1100);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([1090, 'n10', 'n1099']);
  });

  it('says why rows could not be read, and recovers', async () => {
    let fails = true;
    const sheet = new Sheet(
      async () => (fails ? Promise.reject(new Error('down')) : Promise.resolve({ items: [noticeOf('n0')], total: 1 })),
      () => false,
    );
    sheet.want(0, PAGE);
    await settled();
    expect(sheet.error).toEqual(new Error('down'));
    fails = false;
    sheet.again();
    await settled();
    expect([sheet.error, sheet.at(0)?.id]).toEqual([null, 'n0']);
  });
});
