import type { Scanner } from '../../src/recognise/scanner.ts';
import { countLabels, countNotices, f1, f1Interval, labelsF1Interval, proportion } from './scores.ts';
import type { Judged } from './scores.ts';
import { reportTrade } from './report-trade.ts';
import { isHeldOut, readWrittenNotices, setOf } from './written-notices.ts';
import type { WrittenNotice } from './written-notices.ts';

interface JudgedNotice extends Judged {
  readonly notice: WrittenNotice;
}

const KINDS = ['ordinary', 'near-miss'] as const;

const HALVES = [
  ['odd, held out', isHeldOut],
  ['even, may be read', (notice: WrittenNotice) => !isHeldOut(notice)],
] as const;

/**
 * Prints how the scanner does on the written notices, by language and half, and how many notices of each concept were found to be of it. With `errors`, the
 * wrong ones of the half that may be read.
 */
export function reportWritten(scanner: Scanner, errors: boolean): void {
  const judged = readWrittenNotices().map((notice): JudgedNotice => {
    const found = scanner.scan(notice.text).goods;
    return { notice, expected: notice.goods.length > 0, got: found.length > 0, wanted: notice.goods, found };
  });
  process.stdout.write(`recipe ${scanner.recipe}, ${judged.length} notices by writers who had seen no rules\n`);
  for (const [set, ofSet] of Map.groupBy(judged, ({ notice }) => setOf(notice)))
    for (const [name, isHalf] of HALVES) {
      const half = ofSet.filter(({ notice }) => isHalf(notice));
      if (half.length === 0) continue;
      for (const [lang, ofLang] of Map.groupBy(half, ({ notice }) => notice.lang)) line(`${set} ${lang} ${name}`, ofLang);
      line(`${set} all ${name}`, half);
    }
  const pages = judged.map(({ notice }) => notice).filter((notice) => setOf(notice) === 'pages');
  for (const [name, isHalf] of HALVES) reportTrade(`pages ${name}`, pages.filter(isHalf), scanner);
  recallByConcept(judged);
  if (errors) printErrors(judged.filter(({ notice }) => !isHeldOut(notice)));
}

function line(name: string, judged: readonly JudgedNotice[]): void {
  const { tp, fp, fn } = countNotices(judged);
  const alerts = KINDS.map((kind) => {
    const some = judged.filter(({ notice }) => notice.kind === kind);
    return `${kind} ${some.filter(({ got }) => got).length} of ${some.length}`;
  });
  const labels = countLabels(judged);
  process.stdout.write(
    `${name.padEnd(30)} n ${String(judged.length).padStart(3)}  P ${proportion(tp, tp + fp)}  R ${proportion(tp, tp + fn)}  F1 ${withInterval(f1({ tp, fp, fn, tn: 0 }), f1Interval(judged))}` +
      `  false alerts: ${alerts.join(', ')}  concepts P ${share(labels.tp, labels.tp + labels.fp)} R ${share(labels.tp, labels.tp + labels.fn)} F1 ${withInterval(f1(labels), labelsF1Interval(judged))}\n`,
  );
}

function recallByConcept(judged: readonly JudgedNotice[]): void {
  process.stdout.write('notices of each concept that were found to be of it, held out and readable ones together\n');
  const concepts = [...new Set(judged.flatMap(({ wanted }) => wanted))].toSorted();
  for (const concept of concepts) {
    const { tp, fn, fp } = countLabels(judged, concept);
    process.stdout.write(`  ${concept.padEnd(30)} ${String(tp).padStart(3)} of ${String(tp + fn).padStart(3)}, ${fp} others called so\n`);
  }
}

function printErrors(judged: readonly JudgedNotice[]): void {
  for (const { notice, wanted, found, expected, got } of judged) {
    if (wanted.toSorted().join(' ') === found.toSorted().join(' ')) continue;
    const error = expected === got ? 'other concepts' : expected ? 'missed' : `false alert, ${notice.kind}`;
    process.stdout.write(
      `${notice.id} ${error}: wanted [${wanted.join(' ')}] got [${found.join(' ')}] ‹${notice.text.replaceAll('\n', ' / ')}› ${notice.terms.join(' | ')}\n`,
    );
  }
}

function withInterval(value: number, [low, high]: readonly [number, number]): string {
  return `${value.toFixed(3)} [${low.toFixed(2)} ${high.toFixed(2)}]`;
}

function share(hits: number, of: number): string {
  return of === 0 ? '–' : (hits / of).toFixed(3);
}
