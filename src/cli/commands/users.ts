import type { Command } from 'commander';
import type { User } from '../../model/account.ts';
import { ROLES } from '../../model/role.ts';
import type { AccountStore } from '../../store/account-port.ts';
import { systemClock } from '../../capture/clock.ts';
import { actingHere, type Acting } from '../../work/accounts/acting.ts';
import { addUser, disableUser, enableUser, parseRole, setPassword, setRole, userNamed } from '../../work/accounts/users.ts';
import type { Io } from '../io.ts';
import { readPassword } from '../read-password.ts';
import { withHome } from '../session.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';

interface Json {
  readonly json?: boolean;
}

interface AddOptions extends Json {
  readonly role: string;
  readonly openid?: boolean;
}

export function usersCommand(program: Command, io: Io): void {
  const users = program.command('users').description('who may log in to the server: add, list, disable, enable, role, password');
  add(users, io);
  list(users, io);
  change(users, io, 'disable', 'log somebody out everywhere and let them in no more; their keys end with it', disableUser);
  change(users, io, 'enable', 'let somebody in again', enableUser);
  role(users, io);
  password(users, io);
}

function add(users: Command, io: Io): void {
  users
    .command('add')
    .argument('<mail>', 'mail address that names the account')
    .description('add an account; its password is asked for, or comes by stdin')
    .requiredOption('--role <role>', `${ROLES.join(', ')}: reads; also works on notices and cases; also sets things up`)
    .option('--openid', 'no password: logs in through the OpenID provider of the settings')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      `\nA password has 12 characters or more. docs/accounts.md says who may do what.\nExamples:\n  dualwatch users add ann@example.org --role admin\n  printf '%s' "$PASSWORD" | dualwatch users add ben@example.org --role analyst\n`,
    )
    .action(async (mail: string, options: AddOptions, command: Command) => {
      const asked = parseRole(options.role);
      const given = options.openid ? null : await readPassword(io, `Password of ${terminalLine(mail)}`);
      await withHome(command, io, { create: true }, async ({ home }) => {
        const { accounts } = home.store;
        const loginBefore = await accounts.hasAdmin();
        const user = await addUser(accounts, { mail, role: asked, password: given }, actingHere(systemClock.now()));
        await told(user, `Added ${terminalLine(user.mail)} as ${user.role}`, options, io);
        if (loginBefore) return;
        io.note(
          user.role === 'admin'
            ? 'From now on the server asks everybody to log in, on this machine too.'
            : 'There is no administrator yet: until one is added the server serves this machine alone, and asks nobody to log in.',
        );
      });
    });
}

function list(users: Command, io: Io): void {
  users
    .command('list')
    .description('accounts and their roles')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch users list\n')
    .action(async (options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const all = await home.store.accounts.users();
        if (options.json) for (const user of all) await io.out(JSON.stringify(user));
        else if (all.length === 0)
          io.note(
            'No account: the server listens on this machine alone, without login. "dualwatch users add <mail> --role admin" makes one.',
          );
        else await io.out(tableOf(all, io.width));
      });
    });
}

function change(
  users: Command,
  io: Io,
  name: string,
  description: string,
  act: (store: AccountStore, idOrMail: string, acting: Acting) => Promise<User>,
): void {
  users
    .command(name)
    .argument('<mail|id>')
    .description(description)
    .option('--json', 'one object')
    .addHelpText('after', `\nExample:\n  dualwatch users ${name} ben@example.org\n`)
    .action(async (wanted: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const user = await act(home.store.accounts, wanted, actingHere(systemClock.now()));
        await told(user, `${terminalLine(user.mail)} is ${user.disabledAt === null ? 'enabled' : 'disabled'}`, options, io);
      });
    });
}

function role(users: Command, io: Io): void {
  users
    .command('role')
    .argument('<mail|id>')
    .argument('<role>', ROLES.join(', '))
    .description('give somebody another role; they log in anew')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch users role ben@example.org viewer\n')
    .action(async (wanted: string, given: string, options: Json, command: Command) => {
      const asked = parseRole(given);
      await withHome(command, io, { create: false }, async ({ home }) => {
        const user = await setRole(home.store.accounts, wanted, asked, actingHere(systemClock.now()));
        await told(user, `${terminalLine(user.mail)} is ${user.role}`, options, io);
      });
    });
}

function password(users: Command, io: Io): void {
  users
    .command('password')
    .argument('<mail|id>')
    .description('set a password, asked for or by stdin; its owner is logged out everywhere')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch users password ben@example.org\n')
    .action(async (wanted: string, options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const { mail } = await userNamed(home.store.accounts, wanted);
        const given = await readPassword(io, `New password of ${terminalLine(mail)}`);
        const user = await setPassword(home.store.accounts, mail, given, actingHere(systemClock.now()));
        await told(user, `Password of ${terminalLine(user.mail)} set`, options, io);
      });
    });
}

async function told(user: User, line: string, options: Json, io: Io): Promise<void> {
  await io.out(options.json ? JSON.stringify(user) : line);
}

function tableOf(users: readonly User[], width: number): string {
  return formatTable(
    [{ head: 'mail', shrink: true }, { head: 'role' }, { head: 'login' }, { head: 'since' }, { head: 'disabled' }],
    users.map((user) => [
      user.mail,
      user.role,
      [...(user.hasPassword ? ['password'] : []), ...(user.identity === null ? [] : ['openid'])].join(', ') || 'openid, not yet',
      user.createdAt.slice(0, 10),
      user.disabledAt?.slice(0, 10) ?? '',
    ]),
    width,
  );
}
