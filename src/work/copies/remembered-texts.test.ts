import { expect, it } from 'vitest';
import { sha256 } from '../../model/digest.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { NoticeText } from '../../store/copy-port.ts';
import { openScanner } from '../knowledge.ts';
import { collectedText } from './judge-texts.ts';
import { rememberedTexts } from './remembered-texts.ts';

const textOf = (text: string, num = 7): NoticeText => {
  const { lang, mentions } = openScanner().scan(text);
  // As the store gives it: a new object each time.
  return { num, noticeId: 'one' as NoticeId, capture: sha256('one'), reading: { text, lang } as NoticeText['reading'], mentions };
};

it('makes a text once, and anew where it says or mentions something else', () => {
  const made = rememberedTexts();
  const [before, after] = ['求购无人机探测器十套', '求购雷达十套'];
  const first = made(textOf(before));
  expect(made(textOf(before))).toBe(first);
  expect(made({ ...textOf(before), mentions: [] })).not.toBe(first);
  const second = made(textOf(after));
  expect(second.shingles).toEqual(collectedText(textOf(after)).shingles);
  expect(second.prepared().text).toBe(after);
  expect(made(textOf(before)).prepared().text).toBe(before);
});

it('holds few texts, and none that is very long', () => {
  const made = rememberedTexts();
  const long = textOf('设备'.repeat(20_000), 1);
  expect(made(long)).not.toBe(made(long));
  const first = made(textOf('求购雷达', 2));
  for (let num = 3; num < 60; num += 1) made(textOf('求购雷达', num));
  expect(made(textOf('求购雷达', 2))).not.toBe(first);
});
