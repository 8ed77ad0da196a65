'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

/**
 * A watcher runs for months beside other work: V8 may not keep hundreds of megabytes of young objects, nor malloc an arena for each thread.
 * Both are settled before a process starts, so the watcher takes the place of this one.
 */
const SMALL = ['--max-semi-space-size=4', '--heap-growing-percent=15'];

/** Runs the command line: of the sources in a checkout, of the built files in a package, since Node strips no types under node_modules. */
module.exports = async function start() {
  const args = process.argv.slice(2);
  const mayReplace = typeof process.execve === 'function' && process.platform !== 'win32';
  if (args.includes('watch') && mayReplace && !process.execArgv.includes(SMALL[0])) {
    process.execve(process.execPath, [process.execPath, ...SMALL, ...process.execArgv, join(__dirname, 'dualwatch.js'), ...args], {
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
