import { beforeEach, expect, test, vi } from 'vitest';
import { openKnowledge } from './knowledge.ts';

const { versions } = vi.hoisted(() => ({ versions: { scan: 'a', trade: 'a' } }));
vi.mock(import('../recognise/scanner.ts'), async (original) => ({ ...(await original()), scanRecipe: () => versions.scan }));
vi.mock(import('./trade-finder.ts'), async (original) => ({ ...(await original()), tradeRecipe: () => versions.trade }));

beforeEach(() => {
  versions.scan = versions.trade = 'a';
});

test.each(['scan', 'trade'] as const)(
  'what is kept of a notice is derived again when the version of the %s changes, readings are not read again',
  (part) => {
    const before = openKnowledge();
    versions[part] = 'b';
    const after = openKnowledge();
    expect(after.deriver.recipe).not.toBe(before.deriver.recipe);
    expect(after.readRecipe).toBe(before.readRecipe);
  },
);
