import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { webTypes } from '../scripts/web-types.ts';

test('the web app has the types of the routes as they are; "npm run docs" writes them anew', () => {
  expect(readFileSync(new URL('../web/src/api/routes.gen.ts', import.meta.url), 'utf8')).toBe(webTypes());
});
