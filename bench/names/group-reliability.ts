import { aliasAsks } from './alias-asks.ts';
import type { EvalContext } from './eval-context.ts';
import { SETS, aliasOutcomes } from './group-aliases.ts';
import { noiseOutcomes } from './group-noise.ts';
import { negativeNames } from './group-yente.ts';
import { brierScore, reliability, wilson } from './metrics.ts';
import type { Forecast } from './metrics.ts';
import type { Half, Outcome } from './outcome.ts';
import { count } from './report.ts';

/** Names of people on no list that are asked: every fifth of the 100,000. */
const EVERY = 5;

/** How often a score of a decile is right: aliases and altered names (the party that was meant, and the best other one), and names of people on no list. */
export function reliabilityGroup({ world, report, halves }: EvalContext): void {
  report.heading('reliability: is a score of .8 right four times of five?');
  for (const half of halves) {
    const origins = forecastsOf(half, { world });
    for (const { name, forecasts } of origins)
      report.row({ group: 'reliability', name: `${name}, ${half}`, n: forecasts.length, figures: [count('Brier', brierScore(forecasts))] });
    const all = origins.flatMap(({ forecasts }) => forecasts);
    report.row({ group: 'reliability', name: `all, ${half}`, n: all.length, figures: [count('Brier', brierScore(all))] });
    for (const { from, n, meanScore, actual } of reliability(all)) {
      const [low, high] = wilson(actual, n);
      report.row({
        group: 'reliability',
        name: `score ${from.toFixed(1)}–${(from + 0.1).toFixed(1)}, ${half}`,
        n,
        figures: [count('mean score', meanScore), { label: 'right', value: n === 0 ? 0 : actual / n, interval: [low, high] }],
      });
    }
  }
}

interface Origin {
  readonly name: string;
  readonly forecasts: readonly Forecast[];
}

function forecastsOf(half: Half, { world }: Pick<EvalContext, 'world'>): Origin[] {
  const wanted = new Set(SETS.slice(0, 5));
  const aliases = aliasOutcomes(
    aliasAsks(world.parties).filter((ask) => [...wanted].some(({ of }) => of(ask))),
    half,
    { world },
  );
  const noise = noiseOutcomes(half, { world });
  const negatives = negativeNames()
    .filter((_, n) => n % EVERY === (half === 'held-out' ? 0 : 1))
    .map((name): Forecast => ({ score: world.full().search({ name, schema: 'Person' }, 1)[0]?.score ?? 0, actual: false }));
  return [
    { name: 'aliases, the party meant', forecasts: meant(aliases) },
    { name: 'aliases, best other party of its list', forecasts: rivals(aliases) },
    { name: 'altered names, the party meant', forecasts: meant(noise) },
    { name: 'altered names, best other party of its list', forecasts: rivals(noise) },
    { name: 'people on no list', forecasts: negatives },
  ];
}

function meant(outcomes: readonly Outcome[]): Forecast[] {
  return outcomes.map(({ score }) => ({ score: score ?? 0, actual: true }));
}

function rivals(outcomes: readonly Outcome[]): Forecast[] {
  return outcomes.flatMap(({ surelyOther }) => (surelyOther === undefined ? [] : [{ score: surelyOther.score, actual: false }]));
}
