import type { Command } from 'commander';
import { KEY_SCOPES, type ApiKey } from '../../model/account.ts';
import { parseDuration } from '../../model/duration.ts';
import { DualwatchError } from '../../model/errors.ts';
import { ROLES } from '../../model/role.ts';
import { systemClock } from '../../capture/clock.ts';
import { actingHere } from '../../work/accounts/acting.ts';
import { addKey, parseScope, revokeKey } from '../../work/accounts/api-keys.ts';
import { parseRole, userNamed } from '../../work/accounts/users.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';

interface Json {
  readonly json?: boolean;
}

interface AddOptions extends Json {
  readonly role: string;
  readonly scope: string;
  readonly expires?: string;
  readonly owner?: string;
}

const MINUTE_MS = 60_000;

export function keysCommand(program: Command, io: Io): void {
  const keys = program.command('keys').description('keys by which programs use the server: add, list, revoke');
  add(keys, io);
  list(keys, io);
  revoke(keys, io);
}

function add(keys: Command, io: Io): void {
  keys
    .command('add')
    .argument('<name>', 'what it is for')
    .description('make a key; it is shown this once')
    .option('--role <role>', `how far it goes: ${ROLES.join(', ')}`, 'viewer')
    .option('--scope <scope>', `what it may do of that: ${KEY_SCOPES.join(', ')}`, 'read')
    .option('--expires <duration>', 'ends by itself, as in 90d')
    .option('--owner <mail>', 'whose it is: it never goes further than they do, and ends when they are disabled')
    .option('--json', 'one object, with the key')
    .addHelpText(
      'after',
      '\nExamples:\n  dualwatch keys add openrefine\n  dualwatch keys add triage-bot --role analyst --scope write --expires 90d\n',
    )
    .action(async (name: string, options: AddOptions, command: Command) => {
      const [role, scope] = [parseRole(options.role), parseScope(options.scope)];
      const expiresInMs = options.expires === undefined ? null : parseDuration(options.expires);
      if (expiresInMs !== null && !(expiresInMs >= MINUTE_MS && expiresInMs <= MOST_MS))
        throw new DualwatchError('usage', `--expires ${options.expires ?? ''} is not between 1m and 3650d`);
      await withHome(command, io, { create: true }, async ({ home }) => {
        const { accounts } = home.store;
        const owner = options.owner === undefined ? null : await userNamed(accounts, options.owner);
        const { key, secret } = await addKey(accounts, { name, role, scope, owner, expiresInMs }, actingHere(systemClock.now()));
        if (options.json) {
          await io.out(JSON.stringify({ ...key, secret }));
          return;
        }
        await io.out(secret);
        io.note(
          `Key ${key.name}: ${key.role}, ${key.scope}${key.expiresAt === null ? '' : `, until ${key.expiresAt.slice(0, 16)}`}. It is shown this once; send it as "Authorization: Bearer <key>".`,
        );
      });
    });
}

const MOST_MS = 3650 * 24 * 60 * MINUTE_MS;

function list(keys: Command, io: Io): void {
  keys
    .command('list')
    .description('keys, how far they go, when they were used')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch keys list\n')
    .action(async (options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const all = await home.store.accounts.keys();
        const owners = new Map((await home.store.accounts.users()).map(({ id, mail }) => [id, mail]));
        if (options.json) for (const key of all) await io.out(JSON.stringify(key));
        else if (all.length === 0) io.note('No key. "dualwatch keys add <name>" makes one.');
        else await io.out(tableOf(all, (key) => (key.owner === null ? '' : (owners.get(key.owner) ?? key.owner)), io.width));
      });
    });
}

function revoke(keys: Command, io: Io): void {
  keys
    .command('revoke')
    .argument('<name|id>')
    .description('end a key at once')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch keys revoke openrefine\n')
    .action(async (wanted: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const key = await revokeKey(home.store.accounts, wanted, actingHere(systemClock.now()));
        await io.out(options.json ? JSON.stringify(key) : `Revoked ${terminalLine(key.name)}`);
      });
    });
}

function tableOf(keys: readonly ApiKey[], ownerOf: (key: ApiKey) => string, width: number): string {
  const now = new Date(systemClock.now()).toISOString();
  const state = ({ revokedAt, expiresAt }: ApiKey): string => {
    if (revokedAt !== null) return `revoked ${revokedAt.slice(0, 10)}`;
    if (expiresAt === null) return 'valid';
    return `${expiresAt <= now ? 'expired' : 'until'} ${expiresAt.slice(0, 10)}`;
  };
  return formatTable(
    [
      { head: 'name', shrink: true },
      { head: 'role' },
      { head: 'scope' },
      { head: 'owner', shrink: true },
      { head: 'state' },
      { head: 'last used' },
    ],
    keys.map((key) => [key.name, key.role, key.scope, ownerOf(key), state(key), key.lastUsedAt?.slice(0, 16) ?? '']),
    width,
  );
}
