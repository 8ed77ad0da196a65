import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page } from './case.ts';
import { openHome, runCommand, type TestHome } from './command.ts';
import { feedOf, openPublisher, type Publisher } from './publisher.ts';

const line = (id: string | number, a: string, b: string): string =>
  JSON.stringify({ id, a: { text: a }, b: { text: b, title: null, lang: 'zh' } });

describe('copies --pairs', () => {
  it('answers each line in its place; a bad line is named and the rest goes on', async () => {
    const stdin = [
      line('twin', '河东实验站水平振动台采购项目招标公告', '河东实验站垂直振动台采购项目招标公告'),
      'nonsense',
      line(7, '河东实验站水平振动台采购项目', '河东实验站水平振动台采购项目（第二次）公开招标公告'),
      '{"id":"half","a":{"text":"x"}}',
      line('same', '求购干扰器。', '求購干擾器'),
    ].join('\n');
    const { code, stdout, stderr } = await runCommand(['copies', '--pairs', '-', '--json'], { stdin });
    const answers = stdout
      .trim()
      .split('\n')
      .map((answer) => JSON.parse(answer) as Record<string, unknown>);
    expect(answers).toMatchObject([
      { id: 'twin', relation: 'unrelated', differs: [{ kind: 'goods', a: '水平', b: '垂直' }] },
      { id: null, line: 2, unreadable: expect.stringContaining('no JSON') },
      { id: 7, relation: 'edited' },
      { id: 'half', line: 4, unreadable: expect.stringContaining('b: ') },
      { id: 'same', relation: 'verbatim', differs: [] },
    ]);
    expect(
      answers.every(({ score, unreadable }) => unreadable !== undefined || (typeof score === 'number' && score >= 0 && score <= 1)),
    ).toBe(true);
    expect(code).toBe(3);
    expect(stderr).toMatch(/line 2 .*\n.*line 4 /s);
  });

  it('bears hostile lines: huge texts, control characters, lone surrogates, deep nesting', async () => {
    const stdin = [
      line('huge', '求购干扰器20台。'.repeat(60_000), `${'求购干扰器20台。'.repeat(59_000)}完`),
      line('digits', '1'.repeat(300_000), '1 '.repeat(150_000)),
      line('marks', `a${'\u0301'.repeat(100_000)}`, '\u202e\u0000\ud800'),
      `${'['.repeat(50_000)}`,
    ].join('\n');
    const { code, stdout } = await runCommand(['copies', '--pairs', '-', '--json'], { stdin, withinMs: 60_000 });
    expect(stdout.trim().split('\n')).toHaveLength(4);
    expect(code).toBe(3);
  }, 70_000);

  it('needs a file, and says so', async () => {
    expect(await runCommand(['copies', '--pairs', '/nowhere.jsonl'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('/nowhere.jsonl'),
    });
  });
});

describe('diff', () => {
  let publisher: Publisher;
  let home: TestHome;
  const notice = (body: string) =>
    page(`<html><head><title>求购信息</title></head><body><article><h1>求购信息</h1>${body}</article></body></html>`);
  const FIRST =
    '<p>外国客户求购信号屏蔽设备，请有意向的企业于2024年5月31日前与我们联系。</p><p>联系人：王小明，电话：13912345678。</p><p>本通知长期有效，欢迎各会员单位转发，谢谢支持与配合。</p>';
  const SECOND =
    '<p>外国客户求购儿童玩具，请有意向的企业于2024年6月15日前与我们联系。</p><p>联系人：王小明，电话：13998765432。</p><p>买方位于哈萨克斯坦。</p><p>本通知长期有效，欢迎各会员单位转发，谢谢支持与配合。</p>';

  beforeAll(async () => {
    [publisher, home] = [await openPublisher(), openHome({ DUALWATCH_FETCH_PACE: '5ms' })];
    publisher.set('/feed', feedOf([{ url: `${publisher.origin}/n/1`, title: '求购信息' }]));
    publisher.set('/n/1', notice(FIRST));
    await home.run(['source', 'add', `${publisher.origin}/feed`, '--every', '1s', '--follow', '1s', '--allow-private']);
    await home.run(['watch', '--once', '--now']);
  }, 60_000);
  afterAll(() => publisher.close());

  it('has nothing to compare in a single version', async () => {
    expect(await home.run(['diff', `${publisher.origin}/n/1`], 4)).toMatchObject({ stderr: expect.stringContaining('one version') });
  });

  it('shows each changed sentence before and after, then its words; contacts masked', async () => {
    publisher.set('/n/1', notice(SECOND));
    await home.run(['watch', '--once', '--now']);
    const { stdout } = await home.run(['diff', `${publisher.origin}/n/1`]);
    expect(stdout).toContain('- 外国客户求购信号屏蔽设备，请有意向的企业于2024年5月31日前与我们联系。\n+ 外国客户求购儿童玩具，');
    expect(stdout).toContain('[-信号屏蔽设备-] {+儿童玩具+}');
    expect(stdout).toContain('+ 买方位于哈萨克斯坦。');
    expect(stdout).not.toMatch(/13912345678|13998765432/);
    const changes = await home.json(['diff', `${publisher.origin}/n/1`, '1', '2']);
    expect(changes[0]).toMatchObject({ before: expect.stringContaining('信号屏蔽设备'), after: expect.stringContaining('儿童玩具') });
    expect(await home.run(['diff', `${publisher.origin}/n/1`, '1', '9'], 4)).toMatchObject({
      stderr: expect.stringContaining('it has 1, 2'),
    });
  });
});
