'use strict';

const { existsSync } = require('node:fs');
const nodeModule = require('node:module');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const cacheFolder = require('./cache-folder.js');

/**
 * A watcher or server runs for months beside other work: V8 may not keep hundreds of megabytes of young objects in each of its threads, nor malloc an arena
 * for each. All is settled before a process starts, so the small one takes the place of this one. A server has more young objects at a time; a watcher that
 * ends by itself mostly loads what it needs, which a tight heap makes a fifth slower.
 */
const SMALL = {
  tight: ['--max-semi-space-size=4', '--heap-growing-percent=15'],
  roomy: ['--max-semi-space-size=8', '--heap-growing-percent=50'],
  malloc: { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' },
};

/** Runs the command line: of the sources in a checkout, of the built files in a package, since Node strips no types under node_modules. */
module.exports = async function start() {
  const args = process.argv.slice(2);
  keepCompiledCode();
  const mayReplace = typeof process.execve === 'function' && process.platform !== 'win32';
  const watches = args.includes('watch');
  const small = watches && !args.includes('--once') ? SMALL.tight : watches || args.includes('serve') ? SMALL.roomy : undefined;
  if (small !== undefined && mayReplace && !process.execArgv.includes(small[0])) {
    process.execve(process.execPath, [process.execPath, ...small, ...process.execArgv, join(__dirname, 'dualwatch.js'), ...args], {
      ...process.env,
      ...SMALL.malloc,
    });
  }
  const source = join(__dirname, '../src/cli/main.ts');
  const built = join(__dirname, '../dist/cli/main.js');
  const { main } = await import(pathToFileURL(existsSync(source) ? source : built).href);
  process.exitCode = await main(args);
};

/** What Node has compiled is read by the next start, and by the threads and children of this one. */
function keepCompiledCode() {
  const cache = cacheFolder();
  if (cache === undefined || process.env.NODE_COMPILE_CACHE || typeof nodeModule.enableCompileCache !== 'function') return;
  process.env.NODE_COMPILE_CACHE = join(cache, 'code');
  nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

module.exports.SMALL = SMALL;
