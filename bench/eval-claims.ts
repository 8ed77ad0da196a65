/**
 * What claims say against what notices say: how many contradictions and agreements are found as labelled, and how many that are none.
 * `npm run -s eval -- claims [--file <cases.jsonl>] [--errors]`: lines {id,quote,notice,asserts?,seen?,expect:[{about,says,verdict,names}]}.
 */
import { existsSync, readFileSync } from 'node:fs';
import { compareClaim } from '../src/assess/claims/compare-claim.ts';
import { NO_ASSERTIONS, type Assertions } from '../src/model/claim.ts';
import { CLAIM_VERDICTS, type ClaimVerdict } from '../src/model/claim-finding.ts';
import { sha256 } from '../src/model/digest.ts';
import { claimWords, statementOf } from '../src/work/cases/statement-of.ts';

interface Row {
  readonly id: string;
  readonly quote: string;
  readonly notice: string;
  readonly asserts?: Partial<Assertions>;
  /** Captures that show the notice; 1 where absent. */
  readonly seen?: number;
  readonly expect: readonly {
    readonly about: string;
    readonly says: string;
    readonly verdict: ClaimVerdict;
    readonly names: string | null;
  }[];
}

const FIXTURES = new URL('../test/fixtures/claims/', import.meta.url);
const FILES = [
  ['development.jsonl', 'cases that the rules were made with: they say that the rules do what was meant'],
  ['unseen.jsonl', 'cases by somebody who has not seen the rules'],
] as const;

export async function run(args: readonly string[]): Promise<number> {
  const file = args.includes('--file') ? args[args.indexOf('--file') + 1] : undefined;
  if (file !== undefined) report(file, file, args);
  else for (const [name, what] of FILES) if (existsSync(new URL(name, FIXTURES))) report(new URL(name, FIXTURES), what, args);
  return 0;
}

function report(file: string | URL, what: string, args: readonly string[]): void {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const counts = new Map(CLAIM_VERDICTS.map((verdict) => [verdict, { found: 0, missed: 0, wrong: 0 }]));
  let whole = 0;
  for (const row of rows) {
    const expected = new Set(row.expect.map(lineOf));
    const found = new Set(
      compared(row).map(({ about, says, verdict, notice }) => lineOf({ about, says, verdict, names: notice?.names ?? null })),
    );
    const [missed, wrong] = [[...expected].filter((one) => !found.has(one)), [...found].filter((one) => !expected.has(one))];
    for (const verdict of CLAIM_VERDICTS) {
      const count = counts.get(verdict);
      if (count === undefined) continue;
      const ofIt = (lines: readonly string[]): number => lines.filter((line) => line.startsWith(verdict)).length;
      count.found += ofIt([...expected].filter((one) => found.has(one)));
      count.missed += ofIt(missed);
      count.wrong += ofIt(wrong);
    }
    if (missed.length + wrong.length === 0) whole += 1;
    else if (args.includes('--errors')) console.log(`${row.id}: missed ${missed.join('; ') || '–'} | wrong ${wrong.join('; ') || '–'}`);
  }
  console.log(`\n${rows.length} ${what}: ${whole} answered in every part as labelled`);
  console.log('verdict\tfound\tmissed\twrong\tprecision\trecall');
  for (const [verdict, { found, missed, wrong }] of counts)
    console.log(`${verdict}\t${found}\t${missed}\t${wrong}\t${share(found, found + wrong)}\t${share(found, found + missed)}`);
}

function compared(row: Row): ReturnType<typeof compareClaim> {
  const seen = Array.from({ length: row.seen ?? 1 }, (_, n) => ({ capture: sha256(`${n}`), at: '2026-03-01T00:00:00.000Z' }));
  return compareClaim(
    statementOf(row.quote),
    { ...NO_ASSERTIONS, ...row.asserts },
    { statement: statementOf(row.notice), seen },
    claimWords(),
  );
}

function lineOf({ about, says, verdict, names }: Row['expect'][number]): string {
  return `${verdict} ${about} ${says} ${names ?? '–'}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}
