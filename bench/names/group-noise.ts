import type { EvalContext } from './eval-context.ts';
import { outcomeFigures } from './group-aliases.ts';
import { noiseAsks } from './noise-asks.ts';
import type { NoiseAsk } from './noise-asks.ts';
import { askFor } from './outcome.ts';
import type { Half, Outcome } from './outcome.ts';

/** Listed names altered by a generator with a fixed seed, against the whole list. */
export function noiseGroup({ world, report, options, halves }: EvalContext): void {
  report.heading('altered names → whole list');
  for (const half of halves) {
    const outcomes = noiseOutcomes(half, { world });
    report.row({ group: 'noise', name: `all kinds, ${half}`, n: outcomes.length, figures: outcomeFigures(outcomes) });
    for (const [name, members] of Map.groupBy(outcomes, ({ ask }) => `${ask.isPerson ? 'persons' : 'organisations'}: ${ask.kind}`))
      report.row({ group: 'noise', name: `${name}, ${half}`, n: members.length, figures: outcomeFigures(members) });
    if (!(half === 'dev' ? options.errors : options.heldOutErrors)) continue;
    for (const { ask, query, party, rival } of outcomes.filter(({ score }) => score === null))
      report.note(
        `${ask.kind.padEnd(10)} ${query.name} | ${party.names.slice(0, 3).join(' · ')} | first: ${rival?.matchedName ?? '–'} ${(rival?.score ?? 0).toFixed(2)}`,
      );
  }
}

export function noiseOutcomes(half: Half, { world }: Pick<EvalContext, 'world'>): (Outcome & { readonly ask: NoiseAsk })[] {
  return noiseAsks(world.parties, half).map((ask) => ({ ...askFor(ask, world.full(), world), ask }));
}
