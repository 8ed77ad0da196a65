import type { Command } from 'commander';
import { counted } from '../../model/counted.ts';
import { DualwatchError } from '../../model/errors.ts';
import { isoTime, systemClock } from '../../capture/clock.ts';
import type { AnchorOutcome } from '../../work/anchors/anchor-due.ts';
import { askAuthorities } from '../../work/anchors/ask-authorities.ts';
import { authorityOf, readRoots, type AskedAuthority } from '../../work/anchors/add-authority.ts';
import { authorityStatus, type AuthorityStatus } from '../../work/anchors/authority-status.ts';
import { findLog } from '../../work/home.ts';
import type { Io } from '../io.ts';
import { withHome, type Session } from '../session.ts';
import { formatTable } from '../table.ts';

interface Json {
  readonly json?: boolean;
}

interface AddOptions extends Omit<AskedAuthority, 'roots'>, Json {
  readonly ca?: string;
}

export function anchorsCommand(program: Command, io: Io): void {
  const anchors = program
    .command('anchors')
    .description('time-stamping authorities (RFC 3161) that say since when the log was there: add, list, status, now, remove');
  add(anchors, io);
  list(anchors, io);
  status(anchors, io);
  now(anchors, io);
  remove(anchors, io);
}

function add(anchors: Command, io: Io): void {
  anchors
    .command('add')
    .argument('<address>', 'web address of the authority, as it publishes it')
    .description('have this authority stamp the head of the log, now and every anchors.every while the log grows')
    .option('--name <name>', 'its name here (default: its host)')
    .option('--ca <file>', 'certificates that its answers must lead to, PEM or DER: the root that you were given on another way')
    .option('--allow-private', 'the address is in a private network: opens its own host and port, nothing else')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nIt is sent the SHA-256 of a checkpoint, and nothing of what is watched. Take several authorities: one may be revoked one day.\nExample:\n  dualwatch anchors add https://tsa.example/tsr --name tsa-one --ca tsa-one-root.pem\n',
    )
    .action(async (address: string, options: AddOptions, command: Command) => {
      const { ca, ...asked } = options;
      const roots = ca === undefined ? null : await readRoots(ca);
      const authority = authorityOf(address, { ...asked, roots }, isoTime(systemClock.now()));
      await withHome(command, io, { create: true }, async (session) => {
        await session.home.store.anchors.addAuthority(authority, systemClock.now());
        if (authority.roots === null)
          io.note(
            `Without --ca an answer of ${authority.name} shows that it holds together, not who gave it. Whoever reads it later names the root to trust.`,
          );
        const outcomes = await askAuthorities(session.home, session.config, io.signal, authority.name);
        const [outcome] = outcomes;
        if (options.json) await io.out(JSON.stringify(await oneStatus(session, authority.name)));
        else if (outcome === undefined) await io.out(`${authority.name} is added; it is asked once the log has an entry`);
        else await tell(outcome, io);
      });
    });
}

function list(anchors: Command, io: Io): void {
  anchors
    .command('list')
    .description('the authorities, and what each has stamped so far')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch anchors list\n')
    .action(async (options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const all = await home.store.anchors.authorities();
        if (options.json) {
          for (const one of all) await io.out(JSON.stringify({ ...one, dueAt: isoTime(one.dueAt) }));
          return;
        }
        if (all.length === 0) io.note(NONE_YET);
        else
          await io.out(
            formatTable(
              [{ head: 'name' }, { head: 'address', shrink: true }, { head: 'trusted by' }, { head: 'stamps', align: 'right' }],
              all.map(({ name, url, roots, anchors: count }) => [name, url, roots === null ? '–' : '--ca', String(count)]),
              io.width,
            ),
          );
      });
    });
}

function status(anchors: Command, io: Io): void {
  anchors
    .command('status')
    .description('what is stamped, pending or failing; certificates that expired or were revoked')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nNobody is asked. Example:\n  dualwatch anchors status\n')
    .action(async (options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async (session) => {
        const all = await statuses(session);
        if (options.json) {
          for (const one of all) await io.out(JSON.stringify({ ...one, dueAt: isoTime(one.dueAt) }));
          return;
        }
        if (all.length === 0) io.note(NONE_YET);
        else await io.out(formatTable(STATUS_COLUMNS, all.map(statusRow), io.width));
        for (const { name, warnings, lastError } of all) {
          for (const warning of warnings) io.note(`${name}: ${warning}`);
          if (lastError !== null) io.note(lastError);
        }
      });
    });
}

function now(anchors: Command, io: Io): void {
  anchors
    .command('now')
    .description('have every authority stamp the head of the log now, if the log has grown since it last did')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExit code 8 where none of those that were asked answered as it should.\nExample:\n  dualwatch anchors now\n')
    .action(async (options: Json, command: Command) => {
      await withHome(command, io, { create: false }, async (session) => {
        const outcomes = await askAuthorities(session.home, session.config, io.signal);
        for (const outcome of outcomes) {
          if (options.json) await io.out(JSON.stringify(await oneStatus(session, outcome.authority.name)));
          else await tell(outcome, io);
        }
        if (outcomes.length === 0)
          io.note(
            (await session.home.store.anchors.authorities()).length === 0 ? NONE_YET : 'Nothing new: every authority has stamped this log.',
          );
        else if (outcomes.every((outcome) => 'why' in outcome))
          throw new DualwatchError(
            'fetch-failed',
            'no authority that was asked has stamped the log; "dualwatch watch" tries again by itself',
          );
      });
    });
}

function remove(anchors: Command, io: Io): void {
  anchors
    .command('remove')
    .argument('<name>', 'its name, as "anchors list" shows it')
    .description('ask this authority no more; what it has stamped stays')
    .addHelpText('after', '\nExample:\n  dualwatch anchors remove tsa-one\n')
    .action(async (name: string, _options: object, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        if (!(await home.store.anchors.removeAuthority(name)))
          throw new DualwatchError('not-found', `there is no anchor "${name}"; "dualwatch anchors list" shows all`);
        await io.out(`${name} is asked no more; what it has stamped stays`);
      });
    });
}

const NONE_YET = 'No authority yet. "dualwatch anchors add <address>" names one; without any, the log shows its times on our word alone.';

async function statuses({ home, paths }: Session): Promise<readonly AuthorityStatus[]> {
  const checkpoint = await (await findLog(paths))?.folder.checkpoint();
  return authorityStatus(home.store, checkpoint?.size ?? 0, systemClock.now());
}

async function oneStatus(session: Session, name: string): Promise<object> {
  const found = (await statuses(session)).find((one) => one.name === name);
  return found === undefined ? {} : { ...found, dueAt: isoTime(found.dueAt) };
}

async function tell(outcome: AnchorOutcome, io: Io): Promise<void> {
  if ('why' in outcome) io.note(`no stamp yet, it is tried again later: ${outcome.why}`);
  else
    await io.out(
      `${outcome.authority.name} stamped the log of ${counted(outcome.anchor.size, 'entry', 'entries')} at ${outcome.anchor.at}`,
    );
}

const STATUS_COLUMNS = [
  { head: 'name' },
  { head: 'state' },
  { head: 'entries', align: 'right' },
  { head: 'stamped' },
  { head: 'authority', shrink: true },
  { head: 'trusted' },
  { head: 'revocation' },
  { head: 'next' },
] as const;

function statusRow({ name, state, newest, dueAt, anchors }: AuthorityStatus): readonly string[] {
  return [
    name,
    state,
    newest === null ? '–' : String(newest.size),
    newest?.at ?? '–',
    newest?.authority ?? '–',
    newest === null ? '–' : newest.trusted ? 'yes' : 'no --ca',
    newest?.revocation ?? '–',
    anchors === 0 && state === 'new' ? 'with the first entry' : isoTime(dueAt).slice(0, 16).replace('T', ' '),
  ];
}
