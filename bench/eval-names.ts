/**
 * How well names are screened across scripts and slips, on research data beside the checkout (`../shared`, DUALWATCH_SHARED).
 * `npm run -s eval -- names [--group cases,written,scripts,aliases,noise,positives,negatives,reliability,merging,text,text-scripts,texts] [--errors] [--held-out-errors] [--dev]
 * [--ablate] [--off <layer>] [--plain] [--peers] [--json]`. Half of the listed parties are kept out of all tuning by hash and are reported apart; the
 * labelled pairs are never printed. `--plain` measures transliteration with whole words in place of the engine. Intervals: Wilson for
 * proportions, bootstrap (fixed seed) for F1.
 */
import { loadEngine } from './names/engine.ts';
import type { EvalGroup } from './names/eval-context.ts';
import { ablationGroup } from './names/group-ablation.ts';
import { aliasesGroup } from './names/group-aliases.ts';
import { casesGroup } from './names/group-cases.ts';
import { mergingGroup } from './names/group-merging.ts';
import { noiseGroup } from './names/group-noise.ts';
import { reliabilityGroup } from './names/group-reliability.ts';
import { negativesGroup, positivesGroup } from './names/group-yente.ts';
import { scriptsGroup } from './names/group-scripts.ts';
import { textGroup } from './names/group-text.ts';
import { textScriptsGroup } from './names/group-text-scripts.ts';
import { writtenGroup } from './names/group-written.ts';
import { writtenTextsGroup } from './names/group-written-texts.ts';
import { evalOptions } from './names/options.ts';
import { HALVES } from './names/outcome.ts';
import { createReport } from './names/report.ts';
import { createWorld } from './names/world.ts';

const GROUPS: Readonly<Record<string, EvalGroup>> = {
  cases: casesGroup,
  written: writtenGroup,
  scripts: scriptsGroup,
  aliases: aliasesGroup,
  noise: noiseGroup,
  positives: positivesGroup,
  negatives: negativesGroup,
  reliability: reliabilityGroup,
  merging: mergingGroup,
  text: textGroup,
  'text-scripts': textScriptsGroup,
  texts: writtenTextsGroup,
};

/** Runs the groups asked for, all by default, and prints a line for each set of names. Throws `usage` and, where the data are absent, `not-found`. */
export async function run(args: readonly string[]): Promise<void> {
  const options = evalOptions(args, Object.keys(GROUPS));
  const report = createReport(options.json, (line) => process.stdout.write(`${line}\n`));
  const world = createWorld(await loadEngine(options));
  report.note(`${world.engine.name}, ${world.parties.length} parties`);
  const context = { world, report, options, halves: options.dev ? HALVES.filter((half) => half === 'dev') : HALVES };
  if (options.ablate) await ablationGroup(context);
  else for (const name of options.groups) await GROUPS[name]?.(context);
}
