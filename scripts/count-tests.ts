import { readFileSync } from 'node:fs';
import { sharedData } from '../test/shared-data.ts';

/**
 * Reads vitest's JSON report and prints `<passed> <failed>`. In CI a skipped test is a failure, but for one reason: it is named as needing
 * research data (`[needs <path>]`) that are absent.
 */
interface VitestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

const [reportPath] = process.argv.slice(2);
if (reportPath === undefined) throw new Error('usage: node scripts/count-tests.ts <report.json>');
const report = JSON.parse(readFileSync(reportPath, 'utf8')) as VitestReport;

let passed = 0;
let failed = 0;
for (const file of report.testResults) {
  // A file that breaks before its first test has no results to count.
  if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'))
    fail(`${file.name}: ${file.message ?? 'broken'}`);
  for (const { fullName, status } of file.assertionResults) {
    if (status === 'passed') passed += 1;
    else if (status === 'failed') fail(fullName);
    else if (!mayBeSkipped(fullName)) fail(`skipped: ${fullName}`);
  }
}
if (!report.success && failed === 0) fail('vitest reports a failure that belongs to no test');
console.log(`${passed} ${failed}`);

function fail(what: string): void {
  failed += 1;
  console.error(`FAILED ${what}`);
}

function mayBeSkipped(fullName: string): boolean {
  const needed = /\[needs ([^\]]+)\]/.exec(fullName)?.[1];
  return needed !== undefined && sharedData(needed) === undefined;
}
