/**
 * How well the scanner tells notices of goods from others, on labelled notices beside the checkout (`../shared`, DUALWATCH_SHARED).
 * `npm run -s eval -- goods [--errors] [--file <dev.jsonl>]`, or with `--sentences` on the role sentences of `test/fixtures/goods`. Rows labelled `unsure` are left out; a concept outside the
 * labels' policy counts neither way. Intervals: Wilson for precision and recall, bootstrap (fixed seed) for F1.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../src/catalogue/load.ts';
import { DualwatchError } from '../src/model/errors.ts';
import { createScanner } from '../src/recognise/scanner.ts';
import { reportSentences } from './goods/report-sentences.ts';

interface Row {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly collected_by: string;
  readonly source?: { readonly repo?: string };
  readonly labels: { readonly goods: readonly string[]; readonly goods_positive: boolean | 'unsure' };
}

interface Judged {
  readonly row: Row;
  readonly expected: boolean;
  readonly goods: readonly string[];
  readonly got: boolean;
}

/** Runs the evaluation and prints one line for each language. Throws `not-found` where the labelled notices are absent. */
export async function run(args: readonly string[]): Promise<void> {
  if (args.includes('--sentences')) {
    reportSentences(createScanner(loadCatalogue()), args.includes('--errors'));
    return;
  }
  const file =
    optionOf(args, '--file') ??
    join(process.env['DUALWATCH_SHARED'] ?? fileURLToPath(new URL('../../shared/', import.meta.url)), 'data/corpus/dev.jsonl');
  const rows = readRows(file);
  const conceptMap = JSON.parse(readFileSync(join(dirname(file), 'concept-map.json'), 'utf8')) as Record<string, string | null>;
  const scanner = createScanner(loadCatalogue());
  process.stdout.write(`recipe ${scanner.recipe}, ${rows.length} rows\n`);
  const judged = rows
    .filter(({ labels }) => labels.goods_positive !== 'unsure')
    .map((row): Judged => {
      const goods = [
        ...new Set(scanner.scan(row.text).goods.map((concept) => (concept in conceptMap ? conceptMap[concept] : concept))),
      ].filter((concept) => typeof concept === 'string');
      return { row, goods, got: goods.length > 0, expected: row.labels.goods_positive === true };
    });
  for (const lang of ['zh', 'ru', 'en', 'uk'])
    report(
      lang,
      judged.filter(({ row }) => row.lang === lang),
    );
  report(
    'zh without the award list',
    judged.filter(({ row }) => row.lang === 'zh' && row.source?.repo?.startsWith('lurenmi/') !== true),
  );
  report(
    'not collected by keyword',
    judged.filter(({ row }) => !row.collected_by.startsWith('keyword')),
  );
  if (args.includes('--errors')) printErrors(judged);
}

function report(name: string, judged: readonly Judged[]): void {
  const { tp, fp, fn, tn } = counts(judged);
  const micro = conceptCounts(judged);
  const [low, high] = bootstrapF1(judged);
  process.stdout.write(
    `${name.padEnd(26)} n ${String(judged.length).padStart(4)}  P ${ratio(tp, tp + fp)}  R ${ratio(tp, tp + fn)}  F1 ${f1(tp, fp, fn).toFixed(3)} [${low.toFixed(2)} ${high.toFixed(2)}]` +
      `  false alerts ${fp} of ${fp + tn}  concepts F1 ${f1(micro.tp, micro.fp, micro.fn).toFixed(3)}\n`,
  );
}

function counts(judged: readonly Judged[]): { tp: number; fp: number; fn: number; tn: number } {
  const of = (expected: boolean, got: boolean): number => judged.filter((one) => one.expected === expected && one.got === got).length;
  return { tp: of(true, true), fp: of(false, true), fn: of(true, false), tn: of(false, false) };
}

function conceptCounts(judged: readonly Judged[]): { tp: number; fp: number; fn: number } {
  const sum = { tp: 0, fp: 0, fn: 0 };
  for (const { row, expected, goods } of judged) {
    const wanted = new Set(expected ? row.labels.goods.filter((concept) => concept !== 'none') : []);
    for (const concept of goods) sum[wanted.has(concept) ? 'tp' : 'fp'] += 1;
    for (const concept of wanted) if (!goods.includes(concept)) sum.fn += 1;
  }
  return sum;
}

function f1(tp: number, fp: number, fn: number): number {
  return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
}

/** A proportion with its 95 % Wilson interval. */
function ratio(hits: number, of: number): string {
  if (of === 0) return '  –              ';
  const z = 1.96;
  const p = hits / of;
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return `${p.toFixed(3)} [${(centre - half).toFixed(2)} ${Math.min(1, centre + half).toFixed(2)}]`;
}

/** 95 % interval of F1 over 500 resamples, always the same ones. */
function bootstrapF1(judged: readonly Judged[]): readonly [number, number] {
  let seed = 20_240_522;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const scores = Array.from({ length: 500 }, () => {
    const { tp, fp, fn } = counts(Array.from(judged, () => judged[random(judged.length)]).filter((one) => one !== undefined));
    return f1(tp, fp, fn);
  }).toSorted((a, b) => a - b);
  return [scores[12] ?? 0, scores[487] ?? 0];
}

function printErrors(judged: readonly Judged[]): void {
  for (const { row, expected, got, goods } of judged) {
    if (expected !== got)
      process.stdout.write(
        `${expected ? 'missed' : 'false '} ${row.lang} ${row.id} ${expected ? row.labels.goods.join(',') : goods.join(',')} ‹${row.text.replaceAll('\n', ' / ').slice(0, 200)}›\n`,
      );
  }
}

function readRows(file: string): Row[] {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new DualwatchError('not-found', `no labelled notices at ${file}; name a file with --file`, { cause });
  }
  return source
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
}
