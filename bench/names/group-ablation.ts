import { NAME_LAYERS } from '../../src/screen/layers.ts';
import { aliasAsks } from './alias-asks.ts';
import { loadEngine } from './engine.ts';
import type { EvalContext } from './eval-context.ts';
import { SETS, aliasOutcomes } from './group-aliases.ts';
import { noiseOutcomes } from './group-noise.ts';
import { falseHits, negativeNames } from './group-yente.ts';
import type { Half, Outcome } from './outcome.ts';
import { count } from './report.ts';
import type { Figure } from './report.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** Every tenth of the 100,000 ordinary names. */
const EVERY = 10;

/** What every layer of the engine is worth: the headline figures without it. */
export async function ablationGroup({ world, report, options }: EvalContext): Promise<void> {
  const half: Half = options.dev ? 'dev' : 'held-out';
  report.heading(`ablation, ${half} half`);
  report.row({ group: 'ablation', name: 'everything on', n: 0, figures: figuresOf(world, half) });
  for (const layer of NAME_LAYERS) {
    const without = createWorld(await loadEngine({ off: new Set([...options.off, layer]) }));
    report.row({ group: 'ablation', name: `without ${layer}`, n: 0, figures: figuresOf(without, half) });
  }
}

function figuresOf(world: World, half: Half): Figure[] {
  const asks = aliasAsks(world.parties);
  const aliases = SETS.slice(0, 3).flatMap(({ name, of }) => {
    const outcomes = aliasOutcomes(asks.filter(of), half, { world });
    return [
      part(`${name} top 10`, outcomes, ({ score }) => score !== null),
      part('first', outcomes, ({ first }) => first),
      part('hit', outcomes, ({ hit }) => hit),
    ];
  });
  const noise = noiseOutcomes(half, { world });
  const hits = falseHits(
    negativeNames().filter((_, n) => n % EVERY === 0),
    { world },
  );
  return [
    ...aliases,
    part('altered top 10', noise, ({ score }) => score !== null),
    count('false ≥ .7', hits.length),
    count('≥ .9', hits.filter(({ found }) => found.score >= 0.9).length),
  ];
}

function part(label: string, outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): Figure {
  return { label, value: Number((outcomes.filter(is).length / (outcomes.length || 1)).toFixed(4)) };
}
