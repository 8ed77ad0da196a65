/** A page with what a reader must find on it. */
import { seeded } from './seeded.ts';
export interface MadePage {
  readonly bytes: Uint8Array;
  readonly group: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string;
  /** Paragraphs and cells of a notice, titles of a list. */
  readonly body: readonly string[];
}

const WORDS = {
  zh: '采购 设备 项目 单位 供应商 安装 调试 验收 质量 服务 标准 预算 合同 技术 参数 系统 监测 无人机 频谱 雷达 仪器 规定 文件 提交 时间 地点 公告'.split(
    ' ',
  ),
  ru: 'закупка оборудование поставка заказчик участник документ требование договор срок цена станция антенна прибор монтаж гарантия заявка порядок материал'.split(
    ' ',
  ),
  en: 'supply equipment tender contractor delivery installation acceptance quality service requirement budget contract system spectrum radar instrument documents notice'.split(
    ' ',
  ),
} as const;
type Language = keyof typeof WORDS;

/** Pages for a checkout without the peers' generator: notices and lists in three languages, most of their bytes script and style, as on real portals. */
export function makePages(count: number): readonly MadePage[] {
  const random = seeded(1);
  return Array.from({ length: count }, (_, at) => makePage(random, at));
}

function makePage(random: () => number, at: number): MadePage {
  const lang: Language = (['zh', 'ru', 'en'] as const)[at % 3] ?? 'en';
  const kind = at % 5 === 4 ? 'list' : 'notice';
  const pick = (): string => WORDS[lang][Math.floor(random() * WORDS[lang].length)] ?? '';
  const phrase = (size: number): string => Array.from({ length: size }, pick).join(lang === 'zh' ? '' : ' ');
  const sentence = (): string => `${phrase(8)}${lang === 'zh' ? '，' : ', '}${phrase(7)}${lang === 'zh' ? '。' : '. '}`;
  const title = `${phrase(5)} ${1000 + at}`;
  const date = `2025-0${1 + (at % 9)}-1${at % 10}`;
  const paragraphs = Array.from({ length: 6 + (at % 12) }, () => sentence() + sentence());
  const titles = Array.from({ length: 20 + (at % 40) }, (_, row) => `${phrase(6)} ${row}`);
  const inner =
    kind === 'list'
      ? `<ul class="list">${titles.map((text, row) => `<li><a href="/notice/${at * 100 + row}.html">${text}</a><span>${date}</span></li>`).join('')}</ul>`
      : paragraphs.map((text) => `<p><span>${text}</span></p>`).join('');
  const menu = `<ul>${Array.from({ length: 40 }, (_, link) => `<li><a href="/c/${link}">${phrase(2)}</a></li>`).join('')}</ul>`;
  const script = `<script>var config = {${Array.from({ length: 1500 }, (_, key) => `"k${key}":${Math.floor(random() * 1e9)}`).join(',')}};</script>`;
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head><body><div class="nav">${menu}</div>${script}
<div class="main"><h1>${title}</h1><p><span id="pubTime">${date}</span></p><div class="content">${inner}</div></div><div class="side">${menu}</div><div class="footer">${menu}</div>${script}</body></html>`;
  return { bytes: Buffer.from(html), group: `${kind} ${lang}`, kind, title, date, body: kind === 'list' ? titles : paragraphs };
}
