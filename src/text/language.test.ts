import { expect, it } from 'vitest';
import { describeWithShared } from '../../test/shared-data.ts';
import { readFileSync } from 'node:fs';
import { detectLanguage } from './language.ts';

it.each([
  ['采购无人机反制设备', 'zh'],
  ['採購 DJI Mavic 3T 無人機', 'zh'],
  ['Поставка подавителей дронов DJI Mavic 3', 'ru'],
  ['Закупівля засобів виявлення дронів', 'uk'],
  ['Придбання серверного обладнання', 'uk'],
  ['Дрондарды сатып алу туралы хабарландыру', 'kk'],
  ['drone jammer', 'en'],
  ['Beschaffung von Drohnen für die Polizei', 'und'],
  ['ドローンジャマーの調達について', 'und'],
  ['12.10.2024 № 5', 'und'],
  ['', 'und'],
])('%s is %s', (text, lang) => {
  expect(detectLanguage(text)).toBe(lang);
});

it('looks at a bounded part of a long text', () => {
  const long = 'Поставка оборудования для школы. '.repeat(200_000);
  const began = process.cpuUsage();
  for (let round = 0; round < 100; round += 1) expect(detectLanguage(long)).toBe('ru');
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
});

describeWithShared('languages of real notices', 'data/corpus/dev.jsonl', (path) => {
  it('are right for at least 98 of 100', () => {
    const rows = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { lang: string; text: string });
    const right = rows.filter(({ lang, text }) => detectLanguage(text) === lang).length;
    expect(right / rows.length).toBeGreaterThan(0.98);
  });
});
