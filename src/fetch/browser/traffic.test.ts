import { expect, it } from 'vitest';
import { isForText, Traffic } from './traffic.ts';

const LIMITS = { requests: 10, bodyBytes: 100, totalBytes: 100 };

it.each([
  [{ 'sec-fetch-dest': 'document', accept: 'text/html,*/*;q=0.8' }, true],
  [{ 'sec-fetch-dest': 'empty', accept: '*/*' }, true],
  [{ accept: '*/*' }, true],
  [{ 'sec-fetch-dest': 'image', accept: 'image/avif,*/*;q=0.8' }, false],
  [{ accept: 'image/avif,image/webp,*/*;q=0.8' }, false],
  [{ 'sec-fetch-dest': 'video', accept: '*/*' }, false],
  [{ 'sec-fetch-dest': 'empty', accept: 'text/event-stream' }, false],
])('what %o asks for may bring text: %s', (headers, expected) => expect(isForText(headers)).toBe(expected));

it('text is under way until the last request that may bring some has ended', () => {
  const traffic = new Traffic(LIMITS);
  const asked = (path: string, forText: boolean) => ({ url: new URL(path, 'http://site.example'), forText });
  const [picture, first, second] = [asked('/a.png', false), asked('/api', true), asked('/api', true)];
  for (const one of [picture, first, second]) expect(traffic.begin(one)).toBeUndefined();
  traffic.end(first, undefined);
  expect(traffic.textUnderWay).toBe(true);
  traffic.end(second, undefined);
  expect([traffic.textUnderWay, traffic.quietMs]).toEqual([false, 0]);
  expect([...traffic.underWay]).toEqual([picture]);
});
