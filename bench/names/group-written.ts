import { fileURLToPath } from 'node:url';
import { HIT_THRESHOLD } from '../../src/model/match.ts';
import type { EvalContext } from './eval-context.ts';
import { accuracyOf, bootstrap } from './metrics.ts';
import { runPython } from './peer-queries.ts';
import { count } from './report.ts';
import { WRITTEN_FILES, writtenPairs } from './written-pairs.ts';

/** Pairs by writers who had not seen the rules, at the fixed threshold; with `--peers` nomenklatura's logic-v2 on the same pairs. */
export function writtenGroup({ world, report, options }: EvalContext): void {
  report.heading(`pairs by writers who had not seen the rules, at ${HIT_THRESHOLD}`);
  for (const file of WRITTEN_FILES) {
    const pairs = writtenPairs([file]).filter(({ heldOut }) => !heldOut || !options.dev);
    const ours = pairs.map(
      ({ schema, name1, name2, countries1, countries2 }) =>
        world.engine.compare({ name: name1, schema, countries: countries1 }, { name: name2, schema, countries: countries2 }).score,
    );
    const theirs = options.peers ? logicV2(pairs.map(({ schema, name1, name2 }) => [schema, name1, name2])) : undefined;
    for (const heldOut of options.dev ? [false] : [true, false])
      for (const [system, scores] of [
        ['', ours],
        ['logic-v2: ', theirs],
      ] as const) {
        if (scores === undefined) continue;
        const judged = pairs
          .map(({ isMatch, heldOut: half }, n) => ({ predicted: (scores[n] ?? 0) >= HIT_THRESHOLD, actual: isMatch, half }))
          .filter(({ half }) => half === heldOut);
        const { n, precision, recall, f1 } = accuracyOf(judged);
        const interval = bootstrap(judged, (resample) => accuracyOf(resample).f1);
        report.row({
          group: 'written',
          name: `${system}${file.replace(/\.csv$/, '')}, ${heldOut ? 'held-out' : 'dev'}`,
          n,
          figures: [{ label: 'F1', value: f1, interval }, count('P', precision), count('R', recall)],
        });
      }
    if (options.errors)
      for (const [n, { schema, name1, name2, isMatch, kind, heldOut }] of pairs.entries())
        if (!heldOut && (ours[n] ?? 0) >= HIT_THRESHOLD !== isMatch)
          report.note(`${isMatch ? 'missed' : 'false'} ${(ours[n] ?? 0).toFixed(3)} ${schema} ${name1} | ${name2} (${kind})`);
  }
}

function logicV2(pairs: readonly (readonly [string, string, string])[]): readonly number[] {
  return JSON.parse(runPython([fileURLToPath(new URL('logicv2-written.py', import.meta.url))], 'pipe', JSON.stringify(pairs))) as number[];
}
