import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    hookTimeout: 60_000,
    include: ['src/**/*.test.ts', 'web/src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    testTimeout: 30_000,
    // What is waited for comes at once, or late where many tests share few processors.
    expect: { poll: { timeout: 10_000 } },
    // Style sheets are read as they are by what judges their colours.
    css: { include: [/\.css\?raw$/] },
    // The end-to-end tests mostly wait for child processes and paces: more of them than processors fit side by side.
    maxWorkers: Math.max(3, availableParallelism()),
  },
});
