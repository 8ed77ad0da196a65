import type { Lang } from '../../src/model/reading.ts';
import { seeded } from '../seeded.ts';

/** Words of our own that the notices of the benchmark are made of, and in which share of them each stands. */
export const ASKED_WORDS = [
  { share: 0.8, words: ['公告', 'тендер', 'закупівля', 'procurement'] },
  { share: 0.05, words: ['雷达', 'радар', 'радіолокатор', 'radar'] },
  { share: 0.001, words: ['气象站', 'метеостанция', 'метеостанція', 'weathercock'] },
] as const;

const SYLLABLES: Readonly<Record<'ru' | 'uk' | 'en', readonly string[]>> = {
  ru: ['по', 'ста', 'вка', 'об', 'ору', 'до', 'ва', 'ние', 'за', 'каз', 'тех', 'ни', 'ка', 'мон', 'таж', 'ре', 'сурс', 'вы', 'бор', 'лин'],
  uk: ['по', 'ста', 'чан', 'ня', 'об', 'лад', 'за', 'мов', 'ник', 'тех', 'ні', 'ка', 'мон', 'таж', 'ви', 'бір', 'лін', 'їзд', 'єдн', 'ріш'],
  en: [
    'sup',
    'ply',
    'equip',
    'ment',
    'or',
    'der',
    'tech',
    'nic',
    'mount',
    're',
    'source',
    'con',
    'tract',
    'line',
    'sel',
    'ect',
    'mod',
    'ule',
    'ser',
    'vice',
  ],
};
const HAN = '采购设备供应技术服务合同项目要求安装调试检测系统模块单位数量交付地点质量标准文件联系预算招标投标资格审查评分现场'.split('');
const VOCABULARY = 3000;

/** Filler of a notice: the same number gives the same words. */
export function fillerOf(lang: Lang, seed: number, words: number): string {
  const random = seeded(seed);
  const rank = (): number => Math.floor(VOCABULARY ** random());
  return Array.from({ length: words }, () => wordOf(lang, rank())).join(lang === 'zh' ? '，' : ' ');
}

function wordOf(lang: Lang, rank: number): string {
  const random = seeded(rank * 7919 + 17);
  if (lang === 'zh') return Array.from({ length: 2 + Math.floor(random() * 5) }, () => HAN[Math.floor(random() * HAN.length)]).join('');
  const syllables = SYLLABLES[lang === 'ru' || lang === 'uk' ? lang : 'en'];
  return Array.from({ length: 2 + Math.floor(random() * 3) }, () => syllables[Math.floor(random() * syllables.length)]).join('');
}

/** The words asked for that stand in notice `n`: each in its share of all, in every language. */
export function plantedIn(n: number): readonly string[] {
  return ASKED_WORDS.flatMap(({ share, words }) => words.filter((_, at) => (share > 0.5 ? n % 5 !== 0 : n % Math.round(1 / share) === at)));
}
