import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    hookTimeout: 120_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    // A test of the command line starts a dozen processes, each of which compiles the catalogue: on a busy machine that takes a while.
    testTimeout: 120_000,
    // The end-to-end tests mostly wait for child processes and paces: more of them than processors fit side by side.
    maxWorkers: Math.max(3, availableParallelism()),
  },
});
