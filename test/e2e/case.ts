import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wechatArticle, wechatMessage, wechatWithheld } from '../fixtures/pages.ts';
import type { Answer } from './publisher.ts';

/** One published article in each of the ways in which it can be met. */
export interface CasePages {
  /** By the `item_show_type` that their markup has. */
  readonly articles: Readonly<Record<0 | 8 | 10, string>>;
  readonly removedByPublisher: string;
  readonly removedByPlatform: string;
  readonly withheld: string;
  readonly verification: string;
}

export const SYNTHESISED: CasePages = {
  articles: { 0: madeArticle(0), 8: madeArticle(8), 10: madeArticle(10) },
  removedByPublisher: wechatMessage('该内容已被发布者删除'),
  removedByPlatform: wechatMessage('此内容因违规无法查看', { title: 'h2', className: 'title' }),
  withheld: wechatWithheld('该内容暂时无法查看'),
  verification:
    '<!DOCTYPE html><html><head><title></title></head><body class="zh_CN"><div class="weui-msg"><h2 class="weui-msg__title">环境异常</h2><p class="weui-msg__desc">当前环境异常，完成验证后即可继续访问。</p><a class="weui-btn" id="js_verify">去验证</a></div></body></html>',
};

/** The same with pages of the real site, from the folder where the research copies lie. */
export function realPages(folder: string): CasePages {
  const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return {
    articles: { 0: file('article.html'), 8: file('article-pictures-type8.html'), 10: file('article-text-type10.html') },
    removedByPublisher: file('removed-by-publisher.html'),
    removedByPlatform: file('removed-by-platform.html'),
    withheld: file('withheld-for-now.html'),
    verification: file('blocked-verification.snippet.html'),
  };
}

export interface ArticleTruth {
  readonly title: string;
  readonly publisher: string;
  readonly publishedAt: string;
  /** Without white space. */
  readonly body: string;
}

/** What the article says of itself in the data of its own scripts, taken out here and not by the reader under test. */
export function truthOf(html: string): ArticleTruth {
  const find = (pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
  const published = Number(find(/\bct = ["'](\d{10})["']/));
  return {
    title: find(/<meta property="og:title"\s+content="([^"]*)"/),
    publisher: unescaped(find(/nick_name: JsDecode\('([^']*)'\)/) || find(/nickname = htmlDecode\("([^"]*)"\)/)),
    publishedAt: new Date(published * 1000).toISOString().replace('.000Z', 'Z'),
    body: bare(unescaped(find(/content_noencode: JsDecode\('((?:[^'\\]|\\.)*)'\)/))),
  };
}

/** Text without tags, entities and white space. */
export function bare(html: string): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/[\s\u200b-\u200f\ufeff\u00a0]+/g, '');
}

function unescaped(literal: string): string {
  return literal.replace(/\\x([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).replace(/\\(.)/g, '$1');
}

function madeArticle(type: 0 | 8 | 10): string {
  const body = '现有境外客户求购无人机干扰器两套，含车载型。\n请于本周内联系本会。';
  const html =
    type === 0
      ? body
          .split('\n')
          .map((line) => `<p>${line}</p>`)
          .join('')
      : body;
  const script =
    type === 0 ? `window.cgiDataNew = { content_noencode: JsDecode('${html.replaceAll('<', '\\x3c').replaceAll('>', '\\x3e')}'), };` : '';
  const made = wechatArticle({
    type,
    title: `求购无人机干扰器的通知（${type}）`,
    mid: `26500012${type + 10}`,
    body: html,
    extraScript: script,
  });
  // Each has an address of its own: one address in common would make them one notice.
  return made.replaceAll('AbCdEfGhIjKlMnOpQrStUv', `AbCdEfGhIjKlMnOpQrSt${type + 10}`);
}

export const page = (body: string, more: Partial<Extract<Answer, { kind: 'page' }>> = {}): Answer => ({ kind: 'page', body, ...more });
