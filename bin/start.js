'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

/**
 * A watcher or server runs for months beside other work: V8 may not keep hundreds of megabytes of young objects in each of its threads, nor malloc an arena
 * for each. Both are settled before a process starts, so the watcher takes the place of this one. A server has more young objects at a time. What ends by itself need not pay for that.
 */
const SMALL = {
  watch: ['--max-semi-space-size=4', '--heap-growing-percent=15'],
  serve: ['--max-semi-space-size=8', '--heap-growing-percent=50'],
};

/** Runs the command line: of the sources in a checkout, of the built files in a package, since Node strips no types under node_modules. */
module.exports = async function start() {
  const args = process.argv.slice(2);
  const mayReplace = typeof process.execve === 'function' && process.platform !== 'win32';
  const staysAlive = args.includes('watch') && !args.includes('--once');
  const small = staysAlive ? SMALL.watch : args.includes('serve') ? SMALL.serve : undefined;
  if (small !== undefined && mayReplace && !process.execArgv.includes(small[0])) {
    process.execve(process.execPath, [process.execPath, ...small, ...process.execArgv, join(__dirname, 'dualwatch.js'), ...args], {
      ...process.env,
      MALLOC_ARENA_MAX: '2',
      MALLOC_MMAP_THRESHOLD_: '131072',
    });
  }
  const source = join(__dirname, '../src/cli/main.ts');
  const built = join(__dirname, '../dist/cli/main.js');
  const { main } = await import(pathToFileURL(existsSync(source) ? source : built).href);
  process.exitCode = await main(args);
};
