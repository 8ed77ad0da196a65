import { availableParallelism, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/install-program.ts'],
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
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
