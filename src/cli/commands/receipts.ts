import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import { isReceiptId } from '../../model/ids.ts';
import { askedDigest } from '../../model/receipt.ts';
import type { Io } from '../io.ts';
import { withScreening } from '../screening-session.ts';
import { ignoredLines, unreadableLine } from '../receipt-lines.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';
import { wholeNumber } from './notices.ts';
import { queryOf, type NameOptions } from './screen.ts';

export function receiptsCommand(program: Command, io: Io): void {
  const receipts = program
    .command('receipts')
    .description('receipts of screening: what was screened against what, also where nothing was found');
  receipts
    .command('list')
    .description('receipts, the newest first')
    .option('--limit <n>', 'at most so many', '50')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch receipts list\n')
    .action(async (options: { readonly limit: string; readonly json?: boolean }, command: Command) => {
      const limit = wholeNumber(options.limit);
      await withScreening(command, io, { create: false, writes: false }, async ({ store }) => {
        const found = await store.listReceipts(limit);
        if (options.json) for (const receipt of found) await io.out(JSON.stringify(receipt));
        else if (found.length === 0) io.note('No receipt. Every run of "dualwatch screen" makes one.');
        else
          await io.out(
            formatTable(
              [
                { head: 'at' },
                { head: 'file', shrink: true },
                { head: 'rows', align: 'right' },
                { head: 'hits', align: 'right' },
                { head: 'unread', align: 'right' },
                { head: 'lists', shrink: true },
                { head: 'id' },
              ],
              found.map(({ at, file, counts, lists, id }) => [
                at.slice(0, 16),
                file === null ? 'one name' : file.name,
                String(counts.rows),
                String(counts.hits),
                String(counts.unreadable),
                lists.map(({ list, version }) => `${list} ${version}`).join(', '),
                id,
              ]),
              io.width,
            ),
          );
      });
    });
  receipts
    .command('show')
    .argument('<id>')
    .description('one receipt, whole; with a name, whether it is the receipt of that name')
    .option('--name <name>', 'the name that was given by hand; with --country, --id, --schema and --birth-date as they were given')
    .option('--country <code>', 'its country')
    .option('--id <number>', 'its registration or tax number')
    .option('--schema <schema>', 'what it is')
    .option('--birth-date <date>', 'its date of birth')
    .option('--json', 'one object')
    .addHelpText('after', '\nExamples:\n  dualwatch receipts show r01kb…\n  dualwatch receipts show r01kb… --name "Beta LLC"\n')
    .action(async (id: string, options: NameOptions & { readonly json?: boolean }, command: Command) => {
      if (!isReceiptId(id)) throw new DualwatchError('usage', `"${id}" is no id of a receipt; "dualwatch receipts list" shows them`);
      await withScreening(command, io, { create: false, writes: false }, async ({ store }) => {
        const receipt = await store.receipt(id);
        if (receipt === undefined) throw new DualwatchError('not-found', `there is no receipt ${id}; "dualwatch receipts list" shows them`);
        const asked = options.name === undefined ? undefined : receipt.asked === askedDigest(id, queryOf(options));
        if (asked === false)
          throw new DualwatchError(
            'not-found',
            `${id} is no receipt of that name as it is given here; country, number, schema and date of birth belong to it too`,
          );
        if (options.json) {
          await io.out(JSON.stringify(receipt));
          return;
        }
        const { columns, results, at, file, counts, lists, threshold, limit, recipe, logIndex, unreadable } = receipt;
        await io.out(`${receipt.id}  ${at}, entry ${logIndex} of the log`);
        await io.out(
          file === null
            ? `  one name${asked === true ? `: ${terminalLine(options.name ?? '')}` : ''}`
            : `  ${terminalLine(file.name)}, ${file.bytes} bytes, sha256 ${file.sha256}`,
        );
        if (columns !== undefined)
          await io.out(
            `  columns ${Object.entries(columns)
              .map(([role, column]) => `${role}: ${terminalLine(column)}`)
              .join(', ')}`,
          );
        await io.out(
          `  ${counts.rows} rows, ${counts.unreadable} not read, ${counts.hits} with ${counts.matches} matches at ${threshold} or above, at most ${limit} each`,
        );
        for (const { list, version, sha256, publishedAt } of lists)
          await io.out(`  against ${list}, version ${version}${publishedAt === null ? '' : ` of ${publishedAt}`}, sha256 ${sha256}`);
        if (results !== undefined && file !== null) await io.out(`  results sha256 ${results}`);
        await io.out(`  recipe ${recipe}`);
        for (const row of unreadable) await io.out(`  ${unreadableLine(row)}`);
        for (const line of ignoredLines(receipt)) await io.out(`  ${line}`);
      });
    });
}
