import { aliasAsks } from './alias-asks.ts';
import type { AliasAsk } from './alias-asks.ts';
import type { EvalContext } from './eval-context.ts';
import { missLine } from './miss-class.ts';
import { askFor, halfOf } from './outcome.ts';
import type { Half, Outcome } from './outcome.ts';
import { count, share } from './report.ts';
import type { Figure } from './report.ts';

/** Aliases in other scripts against an index that holds Latin names only. */
export function aliasesGroup({ world, report, options, halves }: EvalContext): void {
  const asks = aliasAsks(world.parties);
  report.heading('aliases in another script → Latin names only (all other names of all parties taken out of the index)');
  for (const half of halves) {
    for (const { name, of } of SETS) {
      const outcomes = aliasOutcomes(asks.filter(of), half, { world });
      if (outcomes.length === 0) continue;
      report.row({ group: 'aliases', name: `${name}, ${half}`, n: outcomes.length, figures: outcomeFigures(outcomes) });
      const printed = half === 'dev' ? options.errors : options.heldOutErrors;
      if (printed) for (const miss of outcomes.filter(({ score }) => score === null)) report.note(missLine(miss, world));
    }
  }
}

/** Outcomes of the aliases of one half. */
export function aliasOutcomes(asks: readonly AliasAsk[], half: Half, { world }: Pick<EvalContext, 'world'>): Outcome[] {
  return asks.filter(({ party }) => halfOf(party) === half).map((ask) => askFor(ask, world.latin(), world));
}

/** Top 10, first and called a hit, with intervals. */
export function outcomeFigures(outcomes: readonly Outcome[]): Figure[] {
  const n = outcomes.length;
  return [
    share('top 10', outcomes.filter(({ score }) => score !== null).length, n),
    share('first', outcomes.filter(({ first }) => first).length, n),
    share('hit', outcomes.filter(({ hit }) => hit).length, n),
    count('wrong above', outcomes.filter(({ first, score, rival }) => !first && (rival?.score ?? 0) > (score ?? 0)).length),
  ];
}

interface AliasSet {
  readonly name: string;
  readonly of: (ask: AliasAsk) => boolean;
}

/** Scripts with a target first; the others are only reported. */
export const SETS: readonly AliasSet[] = [
  { name: 'Cyrillic persons', of: ({ script, kind }) => script === 'Cyrillic' && kind === 'person' },
  { name: 'Cyrillic organisations', of: ({ script, kind }) => script === 'Cyrillic' && kind === 'organisation' },
  {
    name: 'Han organisations, EU pairs',
    of: ({ script, kind, isEuHanPair }) => script === 'Han' && kind === 'organisation' && isEuHanPair,
  },
  { name: 'Han organisations, others', of: ({ script, kind, isEuHanPair }) => script === 'Han' && kind === 'organisation' && !isEuHanPair },
  { name: 'Han persons', of: ({ script, kind }) => script === 'Han' && kind === 'person' },
  ...(['Arabic', 'Hangul', 'Hebrew', 'Thai', 'Greek', 'Kana'] as const).flatMap((script) =>
    (['person', 'organisation'] as const).map((kind): AliasSet => ({
      name: `${script} ${kind}s`,
      of: (ask) => ask.script === script && ask.kind === kind,
    })),
  ),
];
