import { describe, expect, it } from 'vitest';
import type { PageJudgement, SeenPage } from '../src/observe/page-judgement.ts';
import { judging, page, SITE } from './harbour-site.ts';

const URLS = { own: 'https://harbour.example/tender/9001', other: 'https://harbour.example/tender/9002' };

function seen(html: string, url: string): SeenPage {
  const input = { bytes: Buffer.from(html), url, status: 200, contentType: 'text/html; charset=utf-8' };
  const look = judging.reader.look(input);
  if (look === null) throw new Error('no page');
  return { reading: judging.reader.read(input), look };
}

/** Notices of one template: what is asked for, its number, and a town are all that differs. */
const twin = (goods: string, number: string, town: string, title = `求购${goods}的公告`): string =>
  page(
    title,
    `<h1>${title}</h1><p>我司受境外客户委托，现求购${goods}若干台，用于${town}的项目现场，要求于年内交货。</p><p>投标人须具备${goods}的生产能力，并提供近三年的业绩证明，报名编号ZB${number}，保证金另行通知。</p>`,
  );

/** What a visit to the first notice is judged to show that was led to the other's address, at which `found` stands. */
function ledTo(found: string, { own, other }: { readonly own: string; readonly other: string }): PageJudgement {
  const now = seen(found, URLS.other);
  return judging.judge.judge({
    url: URLS.own,
    finalUrl: URLS.other,
    status: 200,
    seen: now,
    asPage: now.reading,
    known: seen(own, URLS.own),
    learned: [],
    standing: null,
    ledToOther: { url: URLS.other, page: seen(other, URLS.other) },
  });
}

describe('a notice that leads to the address of another that is followed', () => {
  const own = twin('无人机干扰器', '1325001', '喀山');
  const other = twin('光纤陀螺仪', '1390002', '阿拉木图');

  it('is removed where that one stands there, though both are of one template', () => {
    expect(ledTo(other, { own, other })).toMatchObject({ state: 'removed', kind: 'status', reason: 'other notice' });
    expect(ledTo(other, { own, other })).toMatchObject({ basis: expect.stringContaining(URLS.other) as unknown });
  });

  it('is so in English too, where one word of the title is another', () => {
    const english = (goods: string, number: string): string =>
      page(
        `Purchase of ${goods} for the pier of the northern harbour`,
        `<h1>Purchase of ${goods} for the pier of the northern harbour</h1><p>Registered under ${number}. The board asks for offers for ${goods}, with mounting and a guarantee; sealed letters are opened in June.</p>`,
      );
    const pair = { own: english('jammers', '4501778'), other: english('gyroscopes', '4502990') };
    expect(ledTo(pair.other, pair)).toMatchObject({ state: 'removed', reason: 'other notice' });
  });

  it('stands where its own text does: it moved, or was corrected there', () => {
    expect(ledTo(own, { own, other: own })).toMatchObject({ state: 'present', reason: null });
    const corrected = twin('无人机干扰器', '1325001', '明斯克', '求购无人机干扰器的公告（更正）');
    expect(ledTo(corrected, { own, other: corrected })).toMatchObject({ state: 'present' });
    const misspelt = twin('无人机干忧器', '1325001', '喀山');
    expect(ledTo(own, { own: misspelt, other: own })).toMatchObject({ state: 'present' });
  });

  const PIER =
    'The board of the pier asks for offers with mounting and a guarantee of two years; sealed letters are opened at noon in the small hall.';
  const BERTH = 'Правление порта просит предложений с монтажом и гарантией на два года; конверты вскрывают в полдень в малом зале причала.';
  const LISTS = 'Спортивной школе нужны мячи, сетки и скамейки для летних площадок; примерка и доставка входят в цену, оплата по частям.';

  const titled = (title: string, body: string): string => page(title, `<h1>${title}</h1><p>${body}</p>`);

  it.each([
    ['Purchase of jammers', 'Amended request for quotations: drone suppression', `Registered under 4501778. ${PIER}`],
    ['Purchase of jammers', 'Amended request for quotations: drone suppression', PIER],
    ['Закупка подавителей дронов', 'Результаты: средства защиты от беспилотников', `Реестровый номер 4501778. ${BERTH}`],
    ['Закупка подавителей дронов', 'Результаты: средства защиты от беспилотников', BERTH],
    [
      '求购无人机干扰器的公告',
      '低空防御设备询价结果',
      '编号ZB1325001，我司受客户委托，用于港口项目现场，要求于年内交货，投标人须提供近三年的业绩证明。',
    ],
  ])('stands where it moved under a new title with its text: %s, now %s (%s)', (before, after, body) => {
    const moved = titled(after, body);
    expect(ledTo(moved, { own: titled(before, body), other: moved })).toMatchObject({ state: 'present' });
  });

  it('is not said to be gone for another while a number of its text stands there, though all else was written anew', () => {
    const moved = titled('Результаты: мячи для школы', `Реестровый номер 4501778. ${LISTS}`);
    const was = titled('Закупка подавителей дронов', `Реестровый номер 4501778. ${BERTH}`);
    expect(ledTo(moved, { own: was, other: moved })).not.toMatchObject({ reason: 'other notice' });
  });

  it('is removed where neither has a number, and neither title nor text stands there', () => {
    const school = titled('Результаты: мячи для школы', LISTS);
    expect(ledTo(school, { own: titled('Закупка подавителей дронов', BERTH), other: school })).toMatchObject({
      state: 'removed',
      reason: 'other notice',
    });
  });

  it('stands where what was last seen there is not what stands there now', () => {
    expect(ledTo(own, { own, other })).toMatchObject({ state: 'present' });
  });
});

it('a notice whose text was replaced by that of toys for abroad is changed, and no wall', () => {
  const toys = page(
    '儿童玩具采购公告',
    '<h1>儿童玩具采购公告</h1><p>我会近日收到境外企业求购儿童玩具的意向，包括遥控汽车、积木、毛绒玩具等，请感兴趣的企业与我会联系并提供样品与报价，本次采购仅限民用玩具产品，特此说明。</p>',
  );
  const now = seen(toys, URLS.own);
  expect(
    judging.judge.judge({
      url: URLS.own,
      finalUrl: URLS.own,
      status: 200,
      seen: now,
      asPage: now.reading,
      known: seen(SITE.present.html, URLS.own),
      learned: [],
      standing: null,
    }),
  ).toMatchObject({ state: 'present', reason: 'replaced' });
});
