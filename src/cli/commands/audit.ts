import type { Command } from 'commander';
import type { AuditEntry } from '../../model/account.ts';
import { counted } from '../../model/counted.ts';
import { DualwatchError } from '../../model/errors.ts';
import { parseAuditHead, verifyAudit } from '../../work/accounts/verify-audit.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { formatTable } from '../table.ts';

interface ListOptions {
  readonly about?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

const SHOWN = 50;
const PAGE = 1000;

export function auditCommand(program: Command, io: Io): void {
  const audit = program.command('audit').description('who did what to accounts and through the server: list, verify');
  audit
    .command('list')
    .description('acts, newest first')
    .option('--about <what>', 'an actor, what was acted on, or acts that begin so: ann@example.org, user., login.fail')
    .option('--limit <n>', `at most so many (default: ${SHOWN}, with --json all)`)
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch audit list --about ann@example.org\n')
    .action(async (options: ListOptions, command: Command) => {
      const limit = options.limit === undefined ? (options.json ? Number.MAX_SAFE_INTEGER : SHOWN) : Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1) throw new DualwatchError('usage', `--limit ${options.limit ?? ''} is no number from 1 on`);
      await withHome(command, io, { create: false }, async ({ home }) => {
        const { accounts } = home.store;
        const about = options.about === undefined ? {} : { about: options.about };
        const shown: AuditEntry[] = [];
        for (let left = limit, before = Number.MAX_SAFE_INTEGER; left > 0;) {
          const page = await accounts.audit({ limit: Math.min(left, PAGE), before, ...about });
          if (options.json) for (const entry of page) await io.out(JSON.stringify(entry));
          else shown.push(...page);
          if (page.length < Math.min(left, PAGE)) break;
          left -= page.length;
          before = page.at(-1)?.num ?? 0;
        }
        if (options.json) return;
        if (shown.length === 0) io.note('No entry.');
        else await io.out(tableOf(shown, io.width));
      });
    });
  audit
    .command('verify')
    .description('compute every hash anew: nothing was changed or taken out')
    .option('--head <number:hash>', 'what this command printed earlier: the log must still hold it')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nWhoever can write the database can write all of the log anew; not so that it still holds a head that stands elsewhere. Keep what this prints.\nExample:\n  dualwatch audit verify\n',
    )
    .action(async (options: { readonly head?: string; readonly json?: boolean }, command: Command) => {
      const known = options.head === undefined ? undefined : parseAuditHead(options.head);
      await withHome(command, io, { create: false }, async ({ home }) => {
        const head = await verifyAudit(home.store.accounts, known);
        if (options.json) await io.out(JSON.stringify({ entries: head.num, head: `${head.num}:${head.hash}` }));
        else await io.out(`${counted(head.num, 'entry', 'entries')} hold; head ${head.num}:${head.hash}`);
      });
    });
}

function tableOf(entries: readonly AuditEntry[], width: number): string {
  return formatTable(
    [
      { head: '#', align: 'right' },
      { head: 'at' },
      { head: 'who', shrink: true },
      { head: 'from' },
      { head: 'act' },
      { head: 'what', shrink: true },
      { head: 'detail', shrink: true },
    ],
    entries.map(({ num, at, actor, address, act, subject, detail }) => [
      String(num),
      at.slice(0, 19).replace('T', ' '),
      actor.name,
      address ?? 'here',
      act,
      subject,
      Object.entries(detail)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', '),
    ]),
    width,
  );
}
