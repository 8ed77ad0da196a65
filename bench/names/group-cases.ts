import { HIT_THRESHOLD } from '../../src/model/match.ts';
import type { PartySchema } from '../../src/model/party.ts';
import type { EvalContext } from './eval-context.ts';
import { accuracyOf, bootstrap } from './metrics.ts';
import type { Judgement } from './metrics.ts';
import { count } from './report.ts';
import { sharedRecords } from './shared-names.ts';

interface Case extends Judgement {
  readonly group: string;
  readonly quality: string;
}

/**
 * Labelled pairs (`nk_name_bench_cases.csv`) at the fixed threshold. The rows are a sealed test set: only aggregates are printed, whatever was asked for, and with `--dev`
 * none are read.
 */
export function casesGroup({ world, report, options }: EvalContext): void {
  if (options.dev) {
    report.note('labelled pairs: sealed, left out with --dev');
    return;
  }
  const cases = sharedRecords('nk_name_bench_cases.csv').map((row): Case => {
    const schema = row['schema'] as PartySchema;
    const { score } = world.engine.compare({ name: row['name1'] ?? '', schema }, { name: row['name2'] ?? '', schema });
    return {
      group: row['case_group'] ?? '',
      quality: row['quality'] ?? '',
      predicted: score >= HIT_THRESHOLD,
      actual: row['is_match'] === 'true',
    };
  });
  report.heading(`labelled pairs at ${HIT_THRESHOLD}`);
  line('all', cases);
  for (const [group, members] of Map.groupBy(cases, (one) => one.group)) line(group, members);
  line(
    'quality STRONG',
    cases.filter(({ quality }) => quality === 'STRONG'),
  );

  function line(name: string, members: readonly Case[]): void {
    const { n, precision, recall, f1 } = accuracyOf(members);
    const interval = bootstrap(members, (resample) => accuracyOf(resample).f1);
    report.row({ group: 'cases', name, n, figures: [{ label: 'F1', value: f1, interval }, count('P', precision), count('R', recall)] });
  }
}
