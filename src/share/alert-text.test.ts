import { expect, test } from 'vitest';
import type { Alert, AlertChange } from '../model/alert.ts';
import type { Notice, Removal } from '../model/notice.ts';
import { alertText } from './alert-text.ts';

const NOTICE = {
  title: '求购干扰器',
  publisher: null,
  url: 'https://x.example/1',
  state: 'present',
  lastSeenPresentAt: '2026-03-01T00:00:00Z',
  firstSeenAt: '2026-02-01T00:00:00Z',
  goods: ['counter_uav_jam'],
  tradeNames: [],
  destination: ['KZ'],
  intents: [],
  listed: [],
  priority: 70,
  reasons: [],
} as unknown as Notice;

const GONE: Removal = { kind: 'publisher', firstSeenGoneAt: '2026-03-02T00:00:00Z', confirmedAt: null, evidence: [] };

const alert = (change: AlertChange, more: Partial<Notice> = {}, copies?: Alert['copies']): Alert =>
  ({ notice: { ...NOTICE, ...more }, when: 'removed', change, ...(copies && { copies }), url: NOTICE.url }) as Alert;
const COPIES = [{ kind: 'edited', title: null, url: 'https://y.example/2', state: 'present' }] as unknown as NonNullable<Alert['copies']>;

test.each([
  [{ from: null, to: 'present' }, undefined, 'New (present)'],
  [{ from: null, to: 'present' }, COPIES, 'New (present, a copy)'],
  [{ from: 'present', to: 'changed' }, undefined, 'Changed'],
  [{ from: 'changed', to: 'changed' }, undefined, 'Changed'],
  [{ from: 'changed', to: 'changed' }, COPIES, 'Copy found (changed)'],
  [{ from: 'present', to: 'removed' }, undefined, 'Removed'],
  [{ from: 'present', to: 'removed' }, COPIES, 'Removed, a copy still stands'],
  [{ from: 'removed', to: 'removed' }, COPIES, 'Copy found (removed)'],
  [{ from: 'removed', to: 'present' }, undefined, 'Back (present)'],
  [{ from: 'present', to: 'blocked' }, undefined, 'blocked (was present)'],
] as const)('%j is told as such', (change, copies, head) => {
  expect(alertText(alert(change, {}, copies)).title).toBe(`${head}: 求购干扰器`);
});

test('a first sighting of a removal is not told as one; a certain one with its interval', () => {
  const says = (removal: Removal): boolean =>
    alertText(alert({ from: 'present', to: 'changed' }, { removal })).lines.some((line) => line.startsWith('gone: '));
  expect(says(GONE)).toBe(false);
  expect(says({ ...GONE, confirmedAt: '2026-03-03T00:00:00Z' })).toBe(true);
});

test('what a page says stays in its line, and is cut', () => {
  const { title } = alertText(alert({ from: null, to: 'present' }, { title: `a\r\nBcc: x\u202e${'字'.repeat(300)}` }));
  expect(title).toMatch(/^New \(present\): a Bcc: x 字+…$/);
  expect([...title]).toHaveLength(200);
});
