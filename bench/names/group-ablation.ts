import { NAME_LAYERS } from '../../src/screen/layers.ts';
import { aliasAsks } from './alias-asks.ts';
import { loadEngine } from './engine.ts';
import type { EvalContext } from './eval-context.ts';
import { SETS, aliasOutcomes } from './group-aliases.ts';
import { noiseOutcomes } from './group-noise.ts';
import { falseHits, negativeNames } from './group-yente.ts';
import type { Half, Outcome } from './outcome.ts';
import { count } from './report.ts';
import type { Figure, ReportRow } from './report.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** Every tenth of the 100,000 ordinary names. */
const EVERY = 10;

/** Alias sets of the table, as places in {@link SETS}. */
const ALIASES = [
  { short: 'ru persons', set: 0 },
  { short: 'ru orgs', set: 1 },
  { short: 'Han orgs', set: 2 },
] as const;

/** What every layer of the engine is worth: the headline figures without it. */
export async function ablationGroup({ world, report, options }: EvalContext): Promise<void> {
  const half: Half = options.dev ? 'dev' : 'held-out';
  report.heading(`ablation, ${half} half`);
  const rows: ReportRow[] = [rowOf('everything on', world)];
  for (const layer of NAME_LAYERS) {
    const without = createWorld(await loadEngine({ off: new Set([...options.off, layer]) }));
    rows.push(rowOf(`without ${layer}`, without));
  }
  report.table(rows);

  function rowOf(name: string, of: World): ReportRow {
    return { group: 'ablation', name, n: of.parties.length, figures: figuresOf(of, half) };
  }
}

function figuresOf(world: World, half: Half): Figure[] {
  const asks = aliasAsks(world.parties);
  const aliases = ALIASES.flatMap(({ short, set }) => {
    const outcomes = aliasOutcomes(asks.filter(SETS[set]?.of ?? (() => false)), half, { world });
    return [
      part(`${short} top 10`, outcomes, ({ score }) => score !== null),
      part('first', outcomes, ({ first }) => first),
      part('hit', outcomes, ({ hit }) => hit),
    ];
  });
  const noise = noiseOutcomes(half, { world });
  const hits = falseHits(
    negativeNames().filter((_, n) => n % EVERY === 0),
    { world },
    'Person',
  );
  return [
    ...aliases,
    part('altered', noise, ({ score }) => score !== null),
    count('false ≥ .7', hits.length),
    count('≥ .9', hits.filter(({ found }) => found.score >= 0.9).length),
  ];
}

function part(label: string, outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): Figure {
  return { label, value: Number((outcomes.filter(is).length / (outcomes.length || 1)).toFixed(4)) };
}
