/**
 * How well the scanner tells notices of goods from others, on labelled notices beside the checkout (`../shared`, DUALWATCH_SHARED).
 * `npm run -s eval -- goods [--lang zh] [--by concept|collected|source] [--errors] [--ablate] [--file <dev.jsonl>]`, with `--sentences` on the role sentences of
 * `test/fixtures/goods`, with `--disguises`, `--near-misses` or `--notices` on those there. Rows labelled `unsure` are left out; a concept outside the labels' policy counts neither way. Intervals: Wilson for precision
 * and recall, bootstrap (fixed seed) for F1.
 */
import type { Catalogue } from '../src/catalogue/catalogue.ts';
import { loadCatalogue } from '../src/catalogue/load.ts';
import { sha256 } from '../src/model/digest.ts';
import { DualwatchError } from '../src/model/errors.ts';
import type { Mention } from '../src/model/mention.ts';
import { createScanner } from '../src/recognise/scanner.ts';
import { ABLATIONS } from './goods/ablations.ts';
import type { Ablation } from './goods/ablations.ts';
import { blankCodes } from './goods/blank-codes.ts';
import { classOfError } from './goods/error-classes.ts';
import { readLabelledNotices } from './goods/labelled-notices.ts';
import type { LabelledNotice, LabelledNotices } from './goods/labelled-notices.ts';
import { reportNearMisses } from './goods/report-near-misses.ts';
import { reportSentences } from './goods/report-sentences.ts';
import { reportWritten } from './goods/report-written.ts';
import { countLabels, countNotices, f1, proportion, scoreLine } from './goods/scores.ts';
import type { Judged } from './goods/scores.ts';
import { startingLexicon } from './goods/starting-lexicon.ts';

interface JudgedNotice extends Judged {
  readonly row: LabelledNotice;
}

/** Judges some notices, their texts changed first where `change` says so. */
type Judge = (rows: readonly LabelledNotice[], change?: (text: string) => string) => JudgedNotice[];

const LANGUAGES = ['zh', 'ru', 'en', 'uk'];
const BY = ['concept', 'collected', 'source'];

/** Runs the evaluation and prints one line for each group of notices. Throws `not-found` where the labelled notices are absent, `usage`. */
export async function run(args: readonly string[]): Promise<void> {
  if (args.includes('--sentences')) {
    reportSentences(createScanner(loadCatalogue()), 'role-sentences', args.includes('--errors'));
    return;
  }
  if (args.includes('--disguises')) {
    reportSentences(createScanner(loadCatalogue()), 'disguises', args.includes('--errors'));
    return;
  }
  if (args.includes('--near-misses')) {
    reportNearMisses(createScanner(loadCatalogue()), args.includes('--errors'));
    return;
  }
  if (args.includes('--notices')) {
    reportWritten(createScanner(loadCatalogue()), args.includes('--errors'));
    return;
  }
  const by = optionOf(args, '--by');
  if (by !== undefined && !BY.includes(by)) throw new DualwatchError('usage', `no figures by "${by}"; there are ${BY.join(', ')}`);
  const catalogue = loadCatalogue();
  const data = readLabelledNotices(optionOf(args, '--file'));
  const only = optionOf(args, '--lang');
  const rows = data.notices.filter(({ lang, labels }) => labels.goods_positive !== 'unsure' && (only === undefined || lang === only));
  const judge = judgeWith(catalogue, data);
  const judged = judge(rows);
  print(
    `scan recipe ${createScanner(catalogue).recipe}, catalogue ${catalogue.recipe}, data ${sha256(data.source).slice(0, 12)}: ${rows.length} of ${data.notices.length} notices (unsure ones left out)\n`,
  );
  const langs = LANGUAGES.filter((lang) => rows.some((row) => row.lang === lang));
  for (const lang of langs) reportLanguage(lang, judged, judge);
  reportCollected('', judged);
  if (by === 'concept') reportConcepts(judged);
  if (by === 'collected' || by === 'source') {
    for (const lang of langs) {
      const some = judged.filter(({ row }) => row.lang === lang);
      if (by === 'collected') reportCollected(`${lang} `, some);
      else for (const [source, same] of Map.groupBy(some, sourceOf)) print(scoreLine(`${lang} ${source}`, same));
    }
  }
  if (args.includes('--ablate')) reportAblations(catalogue, data, rows, langs);
  if (args.includes('--errors')) {
    printErrors(judged, '');
    printErrors(judge(rows.filter(isEnglish), blankCodes), ' without codes');
  }
}

function judgeWith(catalogue: Catalogue, { labelOf }: LabelledNotices, keep: (mention: Mention) => boolean = () => true): Judge {
  const scanner = createScanner(catalogue);
  return (rows, change = (text) => text) =>
    rows.map((row) => {
      const labels = scanner
        .scan(change(row.text))
        .mentions.filter((mention) => mention.counted && keep(mention))
        .map(({ concept }) => (concept !== undefined && concept in labelOf ? labelOf[concept] : concept));
      const found = [...new Set(labels)].filter((label) => typeof label === 'string');
      const expected = row.labels.goods_positive === true;
      return { row, expected, got: found.length > 0, found, wanted: expected ? row.labels.goods.filter((label) => label !== 'none') : [] };
    });
}

function reportLanguage(lang: string, all: readonly JudgedNotice[], judge: Judge): void {
  const judged = all.filter(({ row }) => row.lang === lang);
  print(scoreLine(lang, judged));
  if (lang === 'en')
    print(
      scoreLine(
        'en without codes',
        judge(
          judged.map(({ row }) => row),
          blankCodes,
        ),
      ),
    );
  if (lang === 'zh')
    print(
      scoreLine(
        'zh without the award list',
        judged.filter(({ row }) => row.source?.repo?.startsWith('lurenmi/') !== true),
      ),
    );
  const isFound = startingLexicon();
  if (isFound === null) return;
  const beyond = judged.filter(({ row, expected }) => expected && !isFound(row.text));
  print(
    `${`${lang} beyond hard terms of the start`.padEnd(34)} n ${String(beyond.length).padStart(4)}  ${' '.repeat(20)}R ${recall(beyond)}\n`,
  );
  if (lang !== 'en') return;
  const blank = judge(
    judged.filter(({ row, expected }) => expected && !isFound(blankCodes(row.text))).map(({ row }) => row),
    blankCodes,
  );
  print(`${'   the same without codes'.padEnd(34)} n ${String(blank.length).padStart(4)}  ${' '.repeat(20)}R ${recall(blank)}\n`);
}

function recall(judged: readonly Judged[]): string {
  const { tp, fn } = countNotices(judged);
  return proportion(tp, tp + fn);
}

function reportCollected(before: string, judged: readonly JudgedNotice[]): void {
  for (const [way, same] of Map.groupBy(judged, wayOf)) print(scoreLine(`${before}collected: ${way}`, same));
  const ordinary = judged.filter(({ row, expected }) => !expected && row.collected_by === 'random');
  const { fp } = countNotices(ordinary);
  print(`${`${before}false alerts on ordinary notices`.padEnd(34)} ${fp} of ${ordinary.length}: ${proportion(fp, ordinary.length)}\n`);
}

function reportConcepts(judged: readonly JudgedNotice[]): void {
  const labels = [...new Set(judged.flatMap(({ wanted, found }) => [...wanted, ...found]))].toSorted();
  for (const label of labels) {
    const counts = countLabels(judged, label);
    const { tp, fp, fn } = counts;
    print(
      `${label.padEnd(34)} P ${proportion(tp, tp + fp)}  R ${proportion(tp, tp + fn)}  F1 ${f1(counts).toFixed(3)}  ${tp} right, ${fp} false, ${fn} missed\n`,
    );
  }
}

function reportAblations(catalogue: Catalogue, data: LabelledNotices, rows: readonly LabelledNotice[], langs: readonly string[]): void {
  const whole: Ablation = { name: 'nothing' };
  for (const { name, catalogue: poorer, text, keep } of [whole, ...ABLATIONS]) {
    const judge = judgeWith(poorer?.(catalogue) ?? catalogue, data, keep);
    const scores = langs.flatMap((lang) => {
      const some = rows.filter((row) => row.lang === lang);
      const line = (label: string, judged: readonly Judged[]): string => {
        const counts = countNotices(judged);
        const { tp, fp, fn } = counts;
        const shares = [tp / Math.max(1, tp + fp), tp / Math.max(1, tp + fn), f1(countLabels(judged))].map((share) => share.toFixed(3));
        return `${label} P ${shares.join(' R ').replace(/ R (?=[^R]*$)/, ' c ')}`;
      };
      return [
        line(lang, judge(some, text)),
        ...(lang === 'en'
          ? [
              line(
                'en without codes',
                judge(some, (one) => blankCodes(text?.(one) ?? one)),
              ),
            ]
          : []),
      ];
    });
    print(`without ${name.padEnd(30)} ${scores.join(' | ')}\n`);
  }
}

function printErrors(judged: readonly JudgedNotice[], note: string): void {
  const wrong = judged.filter(({ expected, got }) => expected !== got).map((one) => ({ ...one, class: classOfError(one) }));
  for (const [name, same] of Map.groupBy(wrong, (one) => one.class)) {
    print(`-- ${name}${note}: ${same.length}\n`);
    for (const { row, found, wanted } of same)
      print(
        `   ${row.lang} ${row.id} ${(found.length > 0 ? found : wanted).join(',')} ‹${row.text.replaceAll('\n', ' / ').slice(0, 200)}›\n`,
      );
  }
  const concepts = judged.filter(
    ({ expected, got, wanted, found }) => expected && got && wanted.toSorted().join(',') !== found.toSorted().join(','),
  );
  print(`-- other concepts than labelled${note}: ${concepts.length}\n`);
  for (const { row, found, wanted } of concepts)
    print(
      `   ${row.lang} ${row.id} wanted ${wanted.join(',')} found ${found.join(',')} ‹${row.text.replaceAll('\n', ' / ').slice(0, 120)}›\n`,
    );
}

function wayOf({ row }: JudgedNotice): string {
  return row.collected_by.replace(/:.*/s, '');
}

function sourceOf({ row }: JudgedNotice): string {
  return row.source?.repo?.replace(/.*\//, '') ?? 'unknown';
}

function isEnglish({ lang }: LabelledNotice): boolean {
  return lang === 'en';
}

function print(text: string): void {
  process.stdout.write(text);
}

function optionOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
}
