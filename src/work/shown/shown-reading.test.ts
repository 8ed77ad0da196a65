import { expect, test } from 'vitest';
import type { StoredReading } from '../../model/notice.ts';
import { openScanner } from '../knowledge.ts';
import { shownReading } from './shown-reading.ts';

test('goods of a reading are shown, the person behind them is not', () => {
  const text = 'Глушилка Дронов, тел. 8 (383) 201-44-17\nТепловизор Лебедев Игорь, моб. 8 913 201 44 17';
  const reading = { title: 'Глушилка Дронов', text, fields: {} } as StoredReading['reading'];
  const shown = shownReading({ reading, mentions: openScanner().scan(text).mentions }, false);
  expect(shown.title).toBe('Глушилка Дронов');
  expect(shown.text).toBe('Глушилка Дронов, тел. • (•••) •••-••-••\nТепловизор ••••••• •••••, моб. • ••• ••• •• ••');
});
