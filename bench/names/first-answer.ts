/** From the start of a process to the first answer of the saved index: `node bench/names/first-answer.ts <index file>`. Loads the engine, the index and what was compiled of the catalogue, nothing else. */
import { readFileSync } from 'node:fs';
import { openScreenIndex } from '../../src/screen/index/screen-index.ts';
import { openNameKnowledge } from '../../src/work/packaged/name-knowledge.ts';

const importedMs = performance.now();
// As the product does: what was compiled of the catalogue is kept beside the index.
const knowledge = openNameKnowledge();
const compiledMs = performance.now();
const index = openScreenIndex(readFileSync(process.argv[2] ?? ''), knowledge);
const openedMs = performance.now();
const found = index.search({ name: 'Rosoboronexport' }, { limit: 10, threshold: 0.7 });
const firstMs = performance.now();
process.stdout.write(`${JSON.stringify({ importedMs, compiledMs, openedMs, firstMs, found: found.length })}\n`);
