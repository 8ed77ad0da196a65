import { loadCustomerColumns } from '../../../catalogue/customer-columns.ts';
import { openCustomerFile } from '../open-customer-file.ts';
import { openResumableOutput } from '../resumable-output.ts';
import { CSV_RESULTS, JSON_RESULTS } from '../result-lines.ts';
import { screenCustomers } from '../screen-customers.ts';
import { madeMatches } from './made-matches.ts';

// Screens one file towards another with made matches, keeping its progress often: a process for tests to kill.
const [input = '', out = '', format = 'csv', list = '1'] = process.argv.slice(2);
const file = await openCustomerFile(input, { columns: {}, known: loadCustomerColumns() });
const results = format === 'json' ? JSON_RESULTS : CSV_RESULTS;
const output = await openResumableOutput(out, { lists: list }, { restart: false, overwrite: false, head: results.head });
if (output.resumed !== null) process.stderr.write(`resumed ${output.resumed.tally.rows}\n`);
const { tally } = await screenCustomers(file, {
  screen: async (queries) => queries.map(madeMatches),
  ahead: 3,
  format: results,
  output,
  threshold: 0.5,
  keepEvery: { rows: 1000 },
});
process.stdout.write(`${JSON.stringify({ tally, sha256: file.digest() })}\n`);
