import { readFileSync, readdirSync } from 'node:fs';

/** `npm run bench -- <name> …` and `npm run -s eval -- <name> …`: runs `run(args)` of `bench/<name>.ts` or `bench/eval-<name>.ts`. */
interface Measurement {
  readonly run: (args: readonly string[]) => Promise<number | void>;
}

const words = process.argv.slice(2);
const isEval = words[0] === 'eval';
const [name, ...args] = isEval ? words.slice(1) : words;
const known = measurements(isEval);

if (name === undefined || !known.includes(name)) {
  const wanted = name === undefined ? '' : `There is no ${isEval ? 'evaluation' : 'benchmark'} "${name}".\n`;
  const lines = known.map((each) => `  ${each.padEnd(14)} ${summaryOf(each)}`);
  console.error(`${wanted}npm run ${isEval ? '-s eval' : 'bench'} -- <name> [options]\n${lines.join('\n')}`);
  process.exitCode = name === undefined ? 0 : 2;
} else {
  const measurement = (await import(fileOf(name).href)) as Measurement;
  process.exitCode = (await measurement.run(args)) ?? 0;
}

function measurements(evaluations: boolean): readonly string[] {
  const stems = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'main.ts')
    .filter((file) => /^export (?:async )?(?:function|const) run\b/m.test(readFileSync(new URL(file, import.meta.url), 'utf8')))
    .map((file) => file.slice(0, -3));
  return stems
    .filter((stem) => stem.startsWith('eval-') === evaluations)
    .map((stem) => (evaluations ? stem.slice('eval-'.length) : stem))
    .toSorted();
}

function fileOf(measurement: string): URL {
  return new URL(`${isEval ? 'eval-' : ''}${measurement}.ts`, import.meta.url);
}

/** The first sentence of the file's first docstring. */
function summaryOf(measurement: string): string {
  const docstring = /\/\*\*\s*\*?\s*([^*]*?)(?:\n|\*\/)/.exec(readFileSync(fileOf(measurement), 'utf8'));
  return docstring?.[1]?.trim() ?? '';
}
