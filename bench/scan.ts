/**
 * Speed of the scanner with the whole catalogue. `npm run bench -- scan [--seconds 1]`.
 * Text is generated here: ordinary notices (everyday procurement words) and dense ones (every fourth word a term of the catalogue), in
 * texts of about 8,000 characters. Speed counts the text as UTF-8, on one core, by CPU time, best of several rounds; the baselines are TextDecoder over the
 * same bytes in the same run (it writes many characters with one instruction), and the same with one look at every character of what it gave. Linearity: one text repeated 1, 10 and 100 times, time for each character.
 */
import { loadCatalogue } from '../src/catalogue/load.ts';
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import { createScanner } from '../src/recognise/scanner.ts';
import type { Scanner } from '../src/recognise/scanner.ts';

type BenchLang = 'zh' | 'ru' | 'en';

const TEXT_LENGTH = 8000;
const TEXTS = 60;
/** Rounds of decoding in one measurement: one alone is over before the clock of CPU time has moved. */
const MANY = 50;

/** Runs the benchmark and prints one line a language and kind of text. */
export async function run(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--seconds');
  const seconds = at === -1 ? 1 : Number(args[at + 1]);
  const began = process.cpuUsage();
  const catalogue = loadCatalogue();
  const loaded = cpuMs(began);
  const scanner = createScanner(catalogue);
  process.stdout.write(
    `recipe ${scanner.recipe}: ${catalogue.terms.length} terms; load ${loaded.toFixed(0)} ms, compile ${(cpuMs(began) - loaded).toFixed(0)} ms of CPU; automaton ${(scanner.automatonBytes / 1e6).toFixed(1)} MB\n`,
  );
  for (const lang of ['zh', 'ru', 'en'] as const) {
    for (const dense of [false, true]) {
      const texts = Array.from({ length: TEXTS }, (_, index) => generate(catalogue, lang, dense, index + 1));
      report(`${lang} ${dense ? 'dense' : 'ordinary'}`, texts, scanner, seconds);
    }
  }
  for (const lang of ['zh', 'ru', 'en'] as const) {
    const text = generate(catalogue, lang, true, 7);
    const costs = [1, 10, 100].map((times) => {
      const repeated = text.repeat(times);
      return (bestMs(() => scanner.scan(repeated), seconds / 3) / repeated.length) * 1e6;
    });
    process.stdout.write(`${lang} a character at 1×, 10×, 100× the length: ${costs.map((cost) => `${cost.toFixed(1)} ns`).join(', ')}\n`);
  }
}

function report(name: string, texts: readonly string[], scanner: Scanner, seconds: number): void {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const megabytes = encoded.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
  let mentions = 0;
  const scanMs = bestMs(() => {
    mentions = 0;
    for (const text of texts) mentions += scanner.scan(text).mentions.length;
  }, seconds);
  const decodeMs =
    bestMs(() => {
      for (let time = 0; time < MANY; time += 1) for (const bytes of encoded) decoder.decode(bytes);
    }, seconds / 3) / MANY;
  let looked = 0;
  const lookMs = bestMs(() => {
    for (const bytes of encoded) {
      const text = decoder.decode(bytes);
      for (let at = 0; at < text.length; at += 1) looked ^= text.charCodeAt(at);
    }
  }, seconds / 3);
  const [speed, decoding, looking] = [scanMs, decodeMs, lookMs].map((ms) => (megabytes / ms) * 1000) as [number, number, number];
  process.stdout.write(
    `${name.padEnd(12)} ${speed.toFixed(0).padStart(4)} MB/s; decoding alone ${decoding.toFixed(0).padStart(5)} MB/s, ratio ${(speed / decoding).toFixed(3)}; ` +
      `decoding and looking once ${looking.toFixed(0).padStart(4)} MB/s${looked === -1 ? '!' : ''}, ratio ${(speed / looking).toFixed(2)}; ${(mentions / megabytes).toFixed(0)} mentions a MB\n`,
  );
}

/** CPU time of the quickest of at least five rounds, in milliseconds. */
function bestMs(work: () => void, seconds: number): number {
  let best = Number.POSITIVE_INFINITY;
  const began = process.cpuUsage();
  for (let round = 0; round < 5 || cpuMs(began) < seconds * 1000; round += 1) {
    const start = process.cpuUsage();
    work();
    best = Math.min(best, Math.max(0.05, cpuMs(start)));
  }
  return best;
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const ORDINARY: Readonly<Record<BenchLang, readonly string[]>> = {
  zh: (
    '学校 食堂 食材 配送 服务 项目 办公 家具 课桌 椅 打印 纸 医院 床位 被服 洗涤 道路 绿化 养护 工程 施工 监理 设计 清洁 用品 校服 图书 教材 消防 器材 电梯 空调 供暖 锅炉 水泵 阀门 管道 沥青 水泥 钢筋 ' +
    '车辆 保险 加油 轮胎 会议 宣传 印刷 培训 公司 中心 管理 街道 社区 居民 老旧 小区 改造 污水 处理 垃圾 分类 转运 体检 药品 试剂 口罩 疫苗 冷链 苗木 种子 化肥 农田 水利 灌溉 投标人 应当 具有 独立 承担 民事 责任 能力 的 和 及 在 至 ' +
    '提供 文件 递交 截止 时间 地点 开标 评标 合同 履行 期限 质量 要求 合格 付款 方式 联系人 电话 地址 预算 金额 万元 人民币'
  ).split(' '),
  ru: (
    'школа столовая продукты питания молоко хлеб овощи мебель офисная бумага канцелярские товары больница постельное белье стирка дорога ремонт асфальт щебень песок уборка территории вывоз мусора охрана здания отопление котел насос труба ' +
    'краска кабель лампа светильник окно дверь учебник книга спортивный инвентарь форма одежда обувь перчатки бензин дизельное топливо шина аккумулятор автобус перевозка пассажиров билет страхование договор заявка участник заказчик срок исполнения цена ' +
    'рублей гарантия качество требования документация адрес телефон контактное лицо и в на для с по от до или не при согласно соответствии муниципальное учреждение бюджетное образование культура библиотека музей праздник мероприятие'
  ).split(' '),
  en: (
    'school meals catering office furniture paper stationery hospital beds linen laundry road resurfacing asphalt gravel sand cleaning waste collection security guard heating boiler pump pipe valve paint cable lamp window door textbook library ' +
    'uniform shoes gloves petrol diesel fuel tyre bus passenger transport insurance contract bidder authority deadline price currency warranty quality requirement document address telephone contact person and the of for with from until or not when according ' +
    'municipal budget education culture museum event the tender shall be submitted in accordance with these instructions before the date stated above by each economic operator'
  ).split(' '),
};

/** A text of the wanted length, the same for the same seed. */
export function generate(catalogue: Catalogue, lang: BenchLang, dense: boolean, seed: number): string {
  let state = seed * 2_654_435_761;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const terms = catalogue.terms
    .filter((term) => term.lang === lang && term.kind !== 'partNumber')
    .map(({ text }) => text.replaceAll('|', ''));
  const parts: string[] = [];
  for (let length = 0, count = 1; length < TEXT_LENGTH; count += 1) {
    const pool = dense && random(4) === 0 ? terms : ORDINARY[lang];
    const word = random(60) === 0 ? String(random(100_000)) : (pool[random(pool.length)] ?? '');
    const stop =
      count % 11 === 0 ? (lang === 'zh' ? '，' : ', ') : count % 37 === 0 ? (lang === 'zh' ? '。\n' : '.\n') : lang === 'zh' ? '' : ' ';
    parts.push(word, stop);
    length += word.length + stop.length;
  }
  return parts.join('');
}
