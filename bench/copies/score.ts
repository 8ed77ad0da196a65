import type { Planted, PlantedKind } from './corpus.ts';

export interface CopyScores {
  readonly recall: Readonly<Record<'verbatim' | 'edited' | 'partial', number>>;
  /** Share of planted twins that were given out as copies. */
  readonly twins: number;
  /** Of all that was given out for queries that are copies, the share that belongs to the same original. */
  readonly precision: number;
  /** Milliseconds of CPU. */
  readonly p50: number;
  readonly p95: number;
  readonly sizes: readonly [p50: number, p95: number];
}

/** Scores a look-up as `peers/copies/measure.py` does: the newer notice asks, the original is wanted; at most `most` queries of each kind. */
export async function scoreLookup(
  planted: readonly Planted[],
  lookup: (id: number) => readonly number[] | Promise<readonly number[]>,
  most = 500,
): Promise<CopyScores> {
  const root = new Map(planted.filter(({ kind }) => kind !== 'twin').map(({ id, of }) => [id, of]));
  const rootOf = (id: number): number => root.get(id) ?? id;
  const share: Record<PlantedKind, number> = { verbatim: 0, edited: 0, partial: 0, twin: 0 };
  const waits: number[] = [];
  const sizes: number[] = [];
  let right = 0;
  let returned = 0;
  for (const kind of Object.keys(share) as PlantedKind[]) {
    const asked = sample(
      planted.filter((one) => one.kind === kind),
      most,
    );
    let met = 0;
    for (const { id, of } of asked) {
      const before = process.cpuUsage();
      const found = await lookup(id);
      const { user, system } = process.cpuUsage(before);
      const ids = found.filter((one) => one !== id);
      waits.push((user + system) / 1000);
      sizes.push(ids.length);
      if (ids.includes(of)) met += 1;
      if (kind === 'twin') continue;
      returned += ids.length;
      right += ids.filter((one) => rootOf(one) === rootOf(id)).length;
    }
    share[kind] = met / Math.max(1, asked.length);
  }
  const { twin, ...recall } = share;
  return {
    recall,
    twins: twin,
    precision: right / Math.max(1, returned),
    p50: percentile(waits, 0.5),
    p95: percentile(waits, 0.95),
    sizes: [percentile(sizes, 0.5), percentile(sizes, 0.95)],
  };
}

/** Every so many-th: the planted relations come in no order that matters. */
function sample<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most);
  return list.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step));
}

export function percentile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? 0;
}
