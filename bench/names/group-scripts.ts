import { HIT_THRESHOLD } from '../../src/model/match.ts';
import type { EvalContext } from './eval-context.ts';
import { share, count } from './report.ts';
import { latinOnly } from './world.ts';
import { SCRIPTS_FILE, writtenPairs } from './written-pairs.ts';

/**
 * Public persons and firms in other writing, by kind of writing: called the same at the threshold, found among ten in an index of the lists' Latin names to which they were added, and
 * how many of as many others are called the same. With `--errors` the single ones of the development half.
 */
export function scriptsGroup({ world, report, options, halves }: EvalContext): void {
  const pairs = writtenPairs([SCRIPTS_FILE]);
  const meant = [...new Map(pairs.filter(({ isMatch }) => isMatch).map((pair) => [pair.name2, pair])).values()];
  const index = world.engine.build([
    ...latinOnly(world.parties),
    ...meant.map(({ schema, name2 }) => ({ id: `added-${name2}`, schema, names: [name2] })),
  ]);
  report.heading(`names in other writing, at ${HIT_THRESHOLD}, and in an index of Latin names to which ${meant.length} were added`);
  for (const half of halves) {
    const total = { n: 0, same: 0, found: 0, others: 0, wrong: 0 };
    const ofHalf = pairs.filter(({ heldOut }) => heldOut === (half === 'held-out'));
    for (const [kind, rows] of Map.groupBy(ofHalf, (pair) => pair.kind)) {
      const sum = { n: 0, same: 0, found: 0, others: 0, wrong: 0 };
      for (const { schema, name1, name2, isMatch } of rows) {
        const { score } = world.engine.compare({ name: name1, schema }, { name: name2, schema });
        const isHit = score >= HIT_THRESHOLD;
        // The lists have many of them too.
        const found = isMatch && index.search({ name: name1, schema }, 10).some(({ id }) => id === `added-${name2}`);
        if (isMatch) {
          sum.n += 1;
          sum.same += Number(isHit);
          sum.found += Number(found);
        } else {
          sum.others += 1;
          sum.wrong += Number(isHit);
        }
        if (options.errors && half === 'dev' && (isHit !== isMatch || (isMatch && !found)))
          report.note(
            `${isHit === isMatch ? 'not among ten' : isMatch ? 'missed' : 'false'} ${score.toFixed(3)} ${schema} ${name1} | ${name2} (${kind})`,
          );
      }
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += sum[key];
      report.row(rowOf(`${kind}, ${half}`, sum));
    }
    report.row(rowOf(`all, ${half}`, total));
  }
}

function rowOf(
  name: string,
  { n, same, found, others, wrong }: Record<'n' | 'same' | 'found' | 'others' | 'wrong', number>,
): Parameters<EvalContext['report']['row']>[0] {
  return {
    group: 'scripts',
    name,
    n,
    figures: [share('same', same, n), share('top 10', found, n), share('false', wrong, others), count('others', others)],
  };
}
