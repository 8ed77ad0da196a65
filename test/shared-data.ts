import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const SHARED = process.env['DUALWATCH_SHARED'] ?? fileURLToPath(new URL('../../shared/', import.meta.url));

/** Path of a research file beside the checkout (`../shared`, or `DUALWATCH_SHARED`), or undefined in a clone without it. */
export function sharedData(relativePath: string): string | undefined {
  const path = join(SHARED, relativePath);
  return existsSync(path) ? path : undefined;
}

/** A `describe` that needs research data: skipped by name where they are absent. */
export function describeWithShared(name: string, relativePath: string, body: (path: string) => void): void {
  const path = sharedData(relativePath);
  describe.skipIf(path === undefined)(`${name} [needs ${relativePath}]`, () => body(path ?? ''));
}
