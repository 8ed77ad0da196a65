import { describe, expect, it } from 'vitest';
import { wechatArticle, wechatMessage, wechatOldMessage, wechatWithheld } from '../../test/fixtures/pages.ts';
import { loadSites } from '../catalogue/sites.ts';
import type { PageReading } from '../model/reading.ts';
import { createReader, type PageInput } from './read-page.ts';

const reader = createReader(loadSites());

/** Served from a loopback address: the site must be known by its markup. */
function read(html: string, more: Partial<PageInput> = {}): PageReading {
  return reader.read({ bytes: Buffer.from(html), url: 'http://127.0.0.1:8080/s/one', ...more });
}

describe('WeChat articles', () => {
  it('reads title, account, author, time and the veiled body of an article', () => {
    const reading = read(
      wechatArticle({
        body: '<p>第一段。</p><section><span>第二段&amp;结尾</span><img data-src="https://mmbiz.qpic.cn/a/640?x=1&amp;y=2"></section>',
      }),
    );
    expect(reading).toMatchObject({
      state: 'present',
      reason: null,
      reader: 'wechat/article',
      bodyBySite: true,
      site: 'wechat',
      title: '求购频谱监测设备的通知',
      publisher: '某某贸促会',
      author: '综合部',
      publishedAt: '2024-05-22T02:40:00Z',
      publishedUncertaintySeconds: 0,
      lang: 'zh',
      text: '求购频谱监测设备的通知\n第一段。\n第二段&结尾',
      images: ['https://mmbiz.qpic.cn/a/640?x=1&y=2'],
    });
    expect(reading.fields).toMatchObject({ ct: '1716345600', user_name: 'gh_0123456789ab', item_show_type: '0', copyright_stat: '0' });
  });

  it('keeps every name of the notice', () => {
    const { aliases } = read(wechatArticle());
    expect(aliases).toEqual([
      'wechat:MzA5MTIzNDU2Nw==:2650001234:1',
      'https://mp.weixin.qq.com/s?__biz=MzA5MTIzNDU2Nw==&mid=2650001234&idx=1&sn=0123456789abcdef0123456789abcdef',
      'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv',
    ]);
  });

  it('understands the other names of parameters in an address, also where the page says nothing', () => {
    const url = 'https://mp.weixin.qq.com/s?__biz=MzA5MTIzNDU2Nw==&appmsgid=2650001234&itemidx=2&sign=feed';
    const { aliases } = read(wechatMessage('该内容已被发布者删除'), { url });
    expect(aliases).toContain('wechat:MzA5MTIzNDU2Nw==:2650001234:2');
    expect(aliases).toContain('https://mp.weixin.qq.com/s?__biz=MzA5MTIzNDU2Nw==&mid=2650001234&idx=2&sn=feed');
  });

  it('takes no temporary address for a name', () => {
    const url = 'https://mp.weixin.qq.com/s?src=11&timestamp=1716345600&ver=1&signature=abc';
    const { aliases } = read(wechatArticle(), { url: 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv', finalUrl: url });
    expect(aliases).not.toContain(url);
    expect(aliases).toContain('wechat:MzA5MTIzNDU2Nw==:2650001234:1');
  });

  it.each([8, 10])('reads type %d, whose text and pictures stand in script data', (type) => {
    const reading = read(
      wechatArticle({
        type,
        title: '反制设备 "A&B" 需求',
        body: '第一行\n第二行 <5 公里 "引号" & 其他',
        pictures: ['https://mmbiz.qpic.cn/p/1?wx_fmt=png&from=appmsg', 'https://mmbiz.qpic.cn/p/2'],
      }),
    );
    expect(reading).toMatchObject({
      state: 'present',
      title: '反制设备 "A&B" 需求',
      publisher: '某某贸促会',
      publishedAt: '2024-05-22T02:40:00Z',
      bodyBySite: true,
    });
    expect(reading.text).toBe('反制设备 "A&B" 需求\n第一行\n第二行 <5 公里 "引号" & 其他');
    expect(reading.images).toEqual(['https://mmbiz.qpic.cn/p/1?wx_fmt=png&from=appmsg', 'https://mmbiz.qpic.cn/p/2']);
    expect(reading.aliases).toContain('wechat:MzA5MTIzNDU2Nw==:2650001234:1');
  });

  it.each([5, 6, 7, 11, 17])('reads type %d, also where only its introduction is text', (type) => {
    const reading = read(
      wechatArticle({
        type,
        body: '',
        extraScript: `window.cgiDataNew = { desc: JsDecode('视频简介：设备演示'), item_show_type: '${type}' * 1, };`,
      }),
    );
    expect(reading).toMatchObject({ state: 'present', title: '求购频谱监测设备的通知', publishedAt: '2024-05-22T02:40:00Z' });
    expect(reading.text).toContain('视频简介：设备演示');
    expect(reading.fields['item_show_type']).toBe(String(type));
  });

  it('takes a shared article with an empty frame for present, its text from script data', () => {
    const html = wechatArticle({
      type: 11,
      body: '',
      extraScript: "window.cgiDataNew = { content_noencode: JsDecode('\\x3cp\\x3e转载的正文\\x3c/p\\x3e'), };",
    }).replace(
      /<div class="rich_media_content[^>]*><\/div>/,
      '<div class="original_panel_content" id="js_content" aria-hidden="true"></div><span id="js_share_source" data-url="http://mp.weixin.qq.com/s?__biz=Mz%3D%3D&amp;mid=1&amp;idx=1&amp;sn=2" class="weui-link">阅读全文</span><p class="original_primary_card_tips">以下文章来源于某协会</p>',
    );
    const reading = read(html);
    expect(reading).toMatchObject({ state: 'present', text: '求购频谱监测设备的通知\n转载的正文', bodyBySite: true });
    expect(reading.fields).toMatchObject({
      source_url: 'http://mp.weixin.qq.com/s?__biz=Mz%3D%3D&mid=1&idx=1&sn=2',
      source_note: '以下文章来源于某协会',
    });
  });

  it('reads the older make of a picture page: lists on window, the text in a meta tag', () => {
    const html = wechatArticle({ type: 8 })
      .replace(
        /window\.cgiDataNew = [\s\S]*?\};/,
        "window.picture_page_info_list = [ { cdn_url: 'https://mmbiz.qpic.cn/p/1', width: '1' * 1, }, { cdn_url: 'https://mmbiz.qpic.cn/p/2', }, ];",
      )
      .replace('<title>', '<meta name="description" content="第一行\\x0a第二行 \\x26amp; 完" /><title>');
    const reading = read(html);
    expect(reading.text).toBe('求购频谱监测设备的通知\n第一行\n第二行 & 完');
    expect(reading.images).toEqual(['https://mmbiz.qpic.cn/p/1', 'https://mmbiz.qpic.cn/p/2']);
  });

  it('finds the text of a shared article that stands beside its empty frame', () => {
    const words = '现有境外客户求购频谱监测设备和无人机侦测设备，请有意企业于本月底前与我会联系，并提供产品资料、价格和供货周期等信息。';
    const reading = read(
      wechatArticle({ body: '' }).replace(
        /<div class="rich_media_content[^>]*><\/div>/,
        `<div class="original_panel_content" id="js_content" aria-hidden="true"></div><p>${words}</p><p>${words}</p>`,
      ),
    );
    expect(reading).toMatchObject({ state: 'present', reader: 'wechat/article', bodyBySite: false });
    expect(reading.text).toContain(words);
  });

  it('keeps the signals of an edit and of a repost', () => {
    const { fields } = read(
      wechatArticle({
        extraScript: 'window.isTitleModified = "1" * 1;\nvar source_biz = "MzI=";\nvar source_mid = "77";',
        extraMarkup: '',
      }).replace('var modify_time = "" * 1', 'var modify_time = "1716350000" * 1'),
    );
    expect(fields).toMatchObject({ modify_time: '1716350000', title_modified: '1', source_biz: 'MzI=', source_mid: '77' });
  });

  it.each(['该内容已被发布者删除', '此内容因违规无法查看', '环境异常', '系统出错'])(
    'leaves an article present that quotes %s, markup and all',
    (message) => {
      const quoted = `<p>平台会显示：</p><div class="weui-msg"><div class="weui-msg__title warn">${message}</div></div><div class="global_error_msg warn">${message}</div>`;
      expect(read(wechatArticle({ body: quoted }))).toMatchObject({ state: 'present', reason: null });
      expect(read(wechatArticle({ type: 10, body: message }))).toMatchObject({ state: 'present', reason: null });
    },
  );

  it('never takes a value from code or from an unfinished expression', () => {
    const { publishedAt } = read(
      wechatArticle().replace('</body>', '<script>var ct = isNew ? "1000000000" : "2"; var ct = getTime("1600000000");</script></body>'),
    );
    expect(publishedAt).toBe('2024-05-22T02:40:00Z');
  });
});

describe('WeChat pages that are no article', () => {
  const REMOVED: readonly (readonly [string, string])[] = [
    ['该内容已被发布者删除', 'publisher'],
    ['此内容已被发布者删除', 'publisher'],
    ['该内容已被发送人删除', 'publisher'],
    ['The content has been deleted by the author.', 'publisher'],
    ['該內容已被發布者刪除', 'publisher'],
    ['此內容因違規無法查看', 'platform'],
    ['此内容因违规无法查看', 'platform'],
    ['此帳號已被屏蔽，內容無法查看', 'account'],
    ['此内容因违规已删除', 'platform'],
    ['此内容被投诉且经审核涉嫌侵权，无法查看', 'platform'],
    ['此内容被多人投诉，相关的内容无法进行查看', 'platform'],
    ['此帐号已被屏蔽, 内容无法查看', 'account'],
    ['此账号已被屏蔽，内容无法查看', 'account'],
    ['此帐号已自主注销，内容无法查看', 'account'],
    ['此账号已自主注销,内容无法查看', 'account'],
    ['该公众号已被封禁', 'account'],
    ['该公众号已迁移', 'moved'],
  ];
  it.each(REMOVED)('%s is a removal, kind %s, in today’s and in old markup', (message, removalKind) => {
    for (const html of [wechatMessage(message), wechatMessage(message, { title: 'h2', className: 'title' }), wechatOldMessage(message)]) {
      expect(read(html)).toMatchObject({ state: 'removed', removalKind, site: 'wechat', bodyBySite: false });
    }
  });

  const OTHER: readonly (readonly [string, string, string])[] = [
    ['该内容暂时无法查看', 'blocked', 'withheld'],
    ['内容审核中', 'blocked', 'withheld'],
    ['根据作者隐私设置，无法查看该内容', 'blocked', 'withheld'],
    ['此内容发送失败无法查看', 'blocked', 'withheld'],
    ['参数错误', 'unreachable', 'link'],
    ['链接已过期', 'unreachable', 'link'],
    ['环境异常', 'blocked', 'captcha'],
    ['访问过于频繁', 'blocked', 'frequency'],
    ['操作频繁，请稍候再试', 'blocked', 'frequency'],
    ['请在微信客户端打开链接', 'blocked', 'client'],
    ['系统出错', 'unreachable', 'error'],
  ];
  it.each(OTHER)('%s is %s, reason %s, and no removal', (message, state, reason) => {
    for (const html of [wechatMessage(message), wechatOldMessage(message), wechatWithheld(message)]) {
      expect(read(html)).toMatchObject({ state, reason, removalKind: null });
    }
  });

  it('tells which rule a page was removed by', () => {
    const { fields, text } = read(
      wechatMessage('此内容因违规无法查看', {
        title: 'h2',
        desc: '涉嫌违规，查看<a href="http://mp.weixin.qq.com/mp/opshowpage?action=oplaw&amp;id=26">对应规则</a>',
      }),
    );
    expect(fields).toMatchObject({ notice: '涉嫌违规，查看对应规则', rule: 'http://mp.weixin.qq.com/mp/opshowpage?action=oplaw&id=26' });
    expect(text).toContain('此内容因违规无法查看');
  });

  it('tells where a moved account went', () => {
    const { fields } = read(
      wechatMessage('该公众号已迁移', { script: "var transferTargetLink = 'https:\\/\\/mp.weixin.qq.com\\/s\\/New';" }),
    );
    expect(fields['movedTo']).toBe('https://mp.weixin.qq.com/s/New');
  });

  it('takes a captcha met on the way for blocked, whatever page it led to', () => {
    const finalUrl = 'https://mp.weixin.qq.com/mp/wappoc_appmsgcaptcha?poc_token=a&target_url=b';
    expect(read('<html><body><div id="app"></div></body></html>', { finalUrl })).toMatchObject({
      state: 'blocked',
      reason: 'captcha',
      site: 'wechat',
    });
    expect(read('', { redirects: [finalUrl] })).toMatchObject({ state: 'blocked', reason: 'captcha' });
    expect(
      read('<html><head><script src="https://t.captcha.qq.com/secitptpage/verify.html"></script></head><body>x</body></html>'),
    ).toMatchObject({ state: 'blocked', reason: 'captcha' });
  });

  it('makes no notice of a message it does not know', () => {
    const url = 'https://mp.weixin.qq.com/s/x';
    expect(read(wechatMessage('一条没有见过的提示'), { url })).toMatchObject({ state: 'unreachable', reason: 'message' });
    expect(read('', { url })).toMatchObject({ state: 'unreachable', reason: 'empty' });
    expect(read('<html><body></body></html>', { url })).toMatchObject({ state: 'unreachable', reason: 'empty' });
  });

  it('takes an article that broke off for unreachable, not for an edit', () => {
    const whole = wechatArticle({ body: '<p>第一段。</p><p>第二段，说明数量和技术要求。</p>' });
    expect(read(whole.slice(0, whole.indexOf('第二段') + 3))).toMatchObject({
      state: 'unreachable',
      reason: 'incomplete',
      removalKind: null,
    });
    expect(read('<div class="rich_media_content" id="js_content"><p>只有正文的一段。</p></div>')).toMatchObject({
      state: 'present',
      site: 'wechat',
    });
  });

  it('judges by the status where the page says nothing', () => {
    const html = wechatArticle();
    expect(read(html, { status: 404 })).toMatchObject({ state: 'removed', removalKind: 'status', reason: 'http 404' });
    expect(read(html, { status: 500 })).toMatchObject({ state: 'unreachable', reason: 'http 500' });
    expect(read(wechatMessage('该内容已被发布者删除'), { status: 500 })).toMatchObject({ state: 'unreachable', reason: 'http 500' });
    expect(read(wechatMessage('该内容已被发布者删除'), { status: 404 })).toMatchObject({ state: 'removed', removalKind: 'publisher' });
  });
});

describe('A message page of WeChat whose words are not known', () => {
  // The frame of every page of the site sets cookies and moves on by script.
  const framed = (message: string): string =>
    wechatMessage(message).replace('</body>', '<script>document.cookie = "a=1"; function go(url) { location.href = url; }</script></body>');

  it.each(['本页内容请于明日再来查阅', '小程序内的内容已搬家'])('is a message, no challenge: %s', (message) => {
    for (const url of ['http://127.0.0.1:8080/s/one', 'https://mp.weixin.qq.com/s/one'])
      expect(read(framed(message), { url, status: 200 })).toMatchObject({ state: 'unreachable', reason: 'message' });
  });

  // Sites of all kinds are built with the framework of these pages.
  const doorkeeper = `<!DOCTYPE html><html><head><title></title></head><body><div class="weui-msg"><h2 class="weui-msg__title">正在核对，马上就好</h2></div>
<script>document.cookie = "pass=1"; function go(url) { location.href = url; }</script></body></html>`;

  it.each([200, 404, 410, 503])('is a challenge where another site has it in the same framework, with status %i', (status) => {
    const url = 'http://zb.example/notices/88.html';
    expect(read(doorkeeper, { url, status })).toMatchObject({ state: 'blocked', reason: 'challenge', removalKind: null });
  });

  it('is a challenge on the site itself under a failing status', () => {
    expect(read(doorkeeper, { url: 'https://mp.weixin.qq.com/s/one', status: 404 })).toMatchObject({
      state: 'blocked',
      reason: 'challenge',
    });
  });

  it('is withheld while it is looked at by the platform', () => {
    for (const message of ['该内容正在审核中', '内容审核中', '此内容暂无法查看'])
      expect(read(framed(message), { status: 200 })).toMatchObject({ state: 'blocked', reason: 'withheld' });
  });
});
