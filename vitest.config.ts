import { globSync, readFileSync } from 'node:fs';
import { availableParallelism, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const TESTS = ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'];

/** What replaces modules for its own file alone. */
const MOCKING = globSync(TESTS, { cwd: import.meta.dirname }).filter((path) =>
  /\bvi\.(?:mock|doMock)\(/.test(readFileSync(join(import.meta.dirname, path), 'utf8')),
);

/** What runs the program or a browser, or shares its helpers, whose longer times hold for the file that loads them first: each file for itself. */
const PROCESSES = ['test/packages/**/*.test.ts', 'test/e2e/**/*.test.ts', 'test/desk/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/install-program.ts'],
    hookTimeout: 60_000,
    // What a file imports serves the next: a third of the time of small tests is importing.
    projects: [
      {
        extends: true,
        test: {
          name: 'modules',
          include: TESTS,
          exclude: [...MOCKING, ...PROCESSES],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'processes', include: [...MOCKING, ...PROCESSES] } },
    ],
    testTimeout: 30_000,
    // Some hundred processes start the same program: what one compiled, the next reads. Nothing of it in the user's own folder.
    env: { DUALWATCH_CACHE: process.env['DUALWATCH_CACHE'] ?? join(tmpdir(), `dualwatch-tests-${userInfo().uid}`) },
    // What is waited for comes at once, or late where many tests share few processors.
    expect: { poll: { timeout: 10_000 } },
    // Style sheets are read as they are by what judges their colours.
    css: { include: [/\.css\?raw$/] },
    // The end-to-end tests mostly wait for child processes and paces: more of them than processors fit side by side.
    maxWorkers: Math.max(3, availableParallelism()),
  },
});
