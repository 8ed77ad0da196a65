import type { Scanner } from '../../src/recognise/scanner.ts';
import { isHeldOutNearMiss, readNearMisses } from './near-misses.ts';
import type { NearMiss } from './near-misses.ts';

interface Judged {
  readonly row: NearMiss;
  readonly got: readonly string[];
}

/** Prints how many near misses are called goods, and how many true titles are found, by language and half. With `errors`, the wrong ones of the half that may be read. */
export function reportNearMisses(scanner: Scanner, errors: boolean): void {
  const judged = readNearMisses('all').map((row): Judged => ({ row, got: scanner.scan(row.text).goods }));
  process.stdout.write(`recipe ${scanner.recipe}, ${judged.length} titles by a writer who had not seen the rules\n`);
  for (const [name, half] of [
    ['odd: for the score alone', judged.filter(({ row }) => isHeldOutNearMiss(row))],
    ['even: may be read', judged.filter(({ row }) => !isHeldOutNearMiss(row))],
  ] as const) {
    line(name, half);
    for (const [lang, some] of Map.groupBy(half, ({ row }) => row.lang)) line(`  ${lang}`, some);
  }
  if (!errors) return;
  for (const { row, got } of judged) {
    if (isHeldOutNearMiss(row) || isSame(row.goods, got)) continue;
    process.stdout.write(`${row.id} wanted [${row.goods.join(' ')}] got [${got.join(' ')}] ‹${row.text}›\n`);
  }
}

function line(name: string, judged: readonly Judged[]): void {
  const misses = judged.filter(({ row }) => row.goods.length === 0);
  const goods = judged.filter(({ row }) => row.goods.length > 0);
  const count = (some: readonly Judged[], of: (one: Judged) => boolean): string => `${some.filter(of).length} of ${some.length}`;
  process.stdout.write(
    `${name.padEnd(26)} near misses called goods ${count(misses, ({ got }) => got.length > 0)}` +
      `  goods found ${count(goods, ({ got }) => got.length > 0)}, right concepts ${count(goods, ({ row, got }) => isSame(row.goods, got))}\n`,
  );
}

function isSame(wanted: readonly string[], got: readonly string[]): boolean {
  const set = new Set(wanted);
  return got.length === set.size && got.every((concept) => set.has(concept));
}
