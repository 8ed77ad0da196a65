import type { EvalContext } from './eval-context.ts';
import { mergedRecords } from './merge-records.ts';
import { share } from './report.ts';
import { sharedRecords } from './shared-names.ts';

/** Merging of records that mean one party, on Senzing's truth set: precision and recall of pairs of records. */
export function mergingGroup({ report, options }: EvalContext): void {
  report.heading("merging, Senzing's truth set (pairs of records)");
  const clusters = mergedRecords();
  const truth = pairsOf(
    Map.groupBy(sharedRecords('senzing_truthset_actual_truthset_key.csv'), (row) => row['CLUSTER_ID'] ?? '').values(),
    (row) => `${row['DATA_SOURCE']}-${row['RECORD_ID']}`.toLowerCase(),
  );
  const merged = pairsOf(clusters, (key) => key);
  const right = merged.intersection(truth).size;
  report.row({
    group: 'merging',
    name: 'pairs',
    n: truth.size,
    figures: [share('precision', right, merged.size), share('recall', right, truth.size)],
  });
  if (!options.errors) return;
  for (const pair of merged.difference(truth)) report.note(`wrongly merged ${pair}`);
  for (const pair of truth.difference(merged)) report.note(`not merged     ${pair}`);
}

/** Unordered pairs of members of one cluster, each as a text. */
function pairsOf<T>(clusters: Iterable<readonly T[]>, keyOf: (member: T) => string): Set<string> {
  const pairs = new Set<string>();
  for (const cluster of clusters) {
    const keys = cluster.map(keyOf).toSorted();
    for (const [n, a] of keys.entries()) for (const b of keys.slice(n + 1)) pairs.add(`${a} ${b}`);
  }
  return pairs;
}
