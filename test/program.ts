import { fileURLToPath } from 'node:url';

/** What tests start in a process of its own: the program as its package has it, where `test/install-program.ts` has built it, else the sources. */
export const PROGRAM = process.env['TEST_PROGRAM'] ?? fileURLToPath(new URL('../bin/dualwatch.js', import.meta.url));
