import { expect, it } from 'vitest';
import type { FetchResult } from '../fetch/fetch-result.ts';
import { hostAfter } from './host-after.ts';

const facts = { blocked: false, nowMs: 0, extraStarts: 0, paceMs: null };
const answered = (status: number) => hostAfter({ ok: true, status, headers: [] } as unknown as FetchResult, facts);

it('a host that says again and again that it is busy is held as one that refuses; other failures say nothing of it', () => {
  for (const status of [429, 503]) expect(answered(status)).toMatchObject({ answer: 'blocked', holdUntil: 300_000 });
  for (const status of [200, 404, 500]) expect(answered(status)).toMatchObject({ answer: 'fine', holdUntil: null });
});
