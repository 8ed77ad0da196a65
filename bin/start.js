'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

/** Runs the command line: of the sources in a checkout, of the built files in a package, since Node strips no types under node_modules. */
module.exports = async function start() {
  const source = join(__dirname, '../src/cli/main.ts');
  const built = join(__dirname, '../dist/cli/main.js');
  const { main } = await import(pathToFileURL(existsSync(source) ? source : built).href);
  process.exitCode = await main(process.argv.slice(2));
};
