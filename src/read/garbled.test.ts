import { expect, it } from 'vitest';
import { bytesIn } from './bytes-in.ts';
import { garbledIn } from './garbled.ts';

const RUSSIAN = 'Закупка: подавитель БПЛА переносной, 2 шт. Тепловизор, 1 шт. Поставка в течение 30 дней.';
const CHINESE = '采购公告：无人机干扰器2套，惯性导航系统1套，公司名称北京某某科技有限公司，用于边境监测项目，交货期30天。';

const readAs = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
  [readAs(utf8(RUSSIAN), 'windows-1251'), { written: 'utf-8', readAs: 'windows-1251' }],
  [readAs(utf8(RUSSIAN), 'windows-1252'), { written: 'utf-8', readAs: 'windows-1252' }],
  [readAs(utf8(RUSSIAN), 'gb18030'), { written: 'utf-8', readAs: 'gb18030' }],
  [readAs(bytesIn(RUSSIAN, 'windows-1251').bytes, 'windows-1252'), { written: 'windows-1251', readAs: 'windows-1252' }],
  [readAs(bytesIn(RUSSIAN, 'koi8-r').bytes, 'windows-1251'), { written: 'koi8-r', readAs: 'windows-1251' }],
  [readAs(bytesIn(RUSSIAN, 'ibm866').bytes, 'windows-1251'), { written: 'ibm866', readAs: 'windows-1251' }],
  [readAs(utf8(CHINESE), 'gb18030'), { written: 'utf-8', readAs: 'gb18030' }],
  [readAs(utf8(CHINESE), 'windows-1252'), { written: 'utf-8', readAs: 'windows-1252' }],
  [readAs(bytesIn(CHINESE, 'gb18030').bytes, 'windows-1252'), { written: 'gb18030', readAs: 'windows-1252' }],
  [readAs(bytesIn(CHINESE, 'gb18030').bytes, 'utf-8'), { written: null, readAs: null }],
  [CHINESE.replace(/\p{Script=Han}/gu, '?'), { written: null, readAs: null }],
])('tells that %s is not as it was written', (text, how) => {
  expect(garbledIn(text)).toEqual(how);
});

it.each([
  RUSSIAN,
  RUSSIAN.toUpperCase(),
  CHINESE,
  '採購公告：無人機干擾器2套，慣性導航系統1套，用於邊境監測項目，交貨期30天。',
  '無人航空機の調達について、ジャイロスコープ及び慣性航法装置を購入する。',
  'Закупівля: тепловізор, 2 шт. Доставка до м. Київ, вул. Хрещатик, 22. Її ціна – 10 000 грн.',
  'Н77ТЮР, ХН70Ю, ХН78Т, 12Х18Н10Т, 08Х17Н13М2Т: прокат листовой',
  'Fourniture de drones équipés d’une caméra thermique, à livrer à Étampes après réception, été 2026',
  'Dostawa noży, żarówek i łóżek; cena brutto wynosi 100 zł. Größe: 20 mm, Übergabe in Köln',
  'Mua sắm thiết bị bay không người lái, số lượng 2 chiếc',
  'What??? No goods. Who knows?',
  // signs beyond ASCII that stand alone or in twos
  ...[
    (n: number) => `• Item ${n}: generator set\n`,
    (n: number) => `Lot ${n}: £5,000\n`,
    (n: number) => `Lot ${n}: ¥5,000\n`,
    (n: number) => `Lot ${n}: £${n},000–£9,000\n`,
    (n: number) => `Server ${n} with Intel® Xeon\n`,
    (n: number) => `under § ${n} of the Act\n`,
    (n: number) => `Gemäß § ${n} GWB, § 3 VgV\n`,
    (n: number) => `Notice ${n}. Read more…\n`,
    (n: number) => `He said “lot ${n}”…\n`,
    (n: number) => `Home » Tenders » Lot ${n}\n`,
    (n: number) => `Temperature ${n} °C ± 2 µm, 10 m²\n`,
  ].flatMap((line) => [8, 16, 20, 200].map((lines) => Array.from({ length: lines }, (_, n) => line(n + 1)).join(''))),
])('takes %s for what it is', (text) => {
  expect(garbledIn(text)).toBeNull();
});
