import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { counted } from '../../model/counted.ts';
import { DualwatchError } from '../../model/errors.ts';
import { formatDuration, parseDuration } from '../../model/duration.ts';
import { hostOf } from '../../model/host-of.ts';
import { isNoticeId } from '../../model/ids.ts';
import type { HostStatus, Source, SourceHealth, SourceSettings } from '../../model/source.ts';
import { proxyOrNone } from '../../model/proxy.ts';
import type { Store } from '../../store/port.ts';
import { tellOfChanges } from '../../work/alerts/open-channels.ts';
import { openLocal } from '../../work/local.ts';
import { rescore } from '../../work/rescore.ts';
import { findSource, shownSource, triedLine } from '../../work/sources/shown-source.ts';
import { trySource, type TriedSource } from '../../work/try-source.ts';
import type { Io } from '../io.ts';
import { settingsOf, withHome } from '../session.ts';
import { formatTable } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';

interface AddOptions {
  readonly name?: string;
  readonly kind?: string;
  readonly every?: string;
  readonly follow?: string;
  readonly selector?: string;
  readonly pace?: string;
  readonly keep?: string;
  readonly robots?: string;
  readonly reason?: string;
  readonly allowPrivate?: boolean;
  readonly header?: readonly string[];
  readonly headerFile?: string;
  readonly browser?: string;
  readonly proxy?: string;
  readonly json?: boolean;
}

export function sourceCommand(program: Command, io: Io): void {
  const source = program.command('source').description('what is watched: add, list, test, pause, resume, confirm, remove');
  add(source, io);
  list(source, io);
  test(source, io);
  change(source, io);
  confirm(source, io);
}

function add(source: Command, io: Io): void {
  source
    .command('add')
    .argument('<address>', 'a feed, a page that lists notices, or a folder')
    .description('watch a source; it is tried at once')
    .option('--name <name>', 'name for people (default: its address)')
    .option('--kind <kind>', 'feed, page or folder (default: found out)')
    .option('--every <duration>', 'time between two checks, as in 15m or 1h')
    .option('--follow <duration>', 'time between two visits of a young notice; thins out with age')
    .option('--selector <css>', 'of a page: the links that are notices (default: it is learnt which are new)')
    .option('--pace <duration>', 'at least so long between two visits of its host')
    .option('--keep <policy>', 'changes (default) or all: which full bytes are kept')
    .option('--robots <obey|ignore>', 'whether robots.txt is obeyed (default: obey); ignore needs --reason')
    .option('--reason <text>', 'why robots.txt is not obeyed; written into every capture')
    .option('--allow-private', 'the address is in a private network: opens its own host and port, nothing else')
    .option('--header <line...>', 'header to send to its own origin; kept secret, but the command line is not: see --header-file')
    .option('--header-file <file>', 'the same, one header a line, from a file')
    .option('--browser <policy>', 'never (default), changes or always: when a browser keeps a notice too, as docs/browser.md says')
    .option('--proxy <address>', 'all its visits go through socks5://, socks5h:// or http://[user:password@]host:port (default: none)')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nExamples:\n  dualwatch source add https://example.org/feed.xml --every 15m --follow 6h\n  dualwatch source add https://example.org/tenders --selector "ul.list a"\n',
    )
    .action(async (address: string, options: AddOptions, command: Command) => {
      const { config: asks } = settingsOf(command, io);
      // Before the home is opened: a slip of the pen makes no folder.
      const asked = settingsFrom(address, options, { everyMs: asks.source.every, followMs: asks.follow.default, keep: asks.keep });
      await withHome(command, io, { create: true }, async ({ home, config }) => {
        const local = await openLocal(home, config);
        const tried = await trySource(local, asked);
        if (tried.settings === null) throw tried.error ?? new DualwatchError('usage', `${address} can be no source`);
        const added = await home.store.addSource(tried.settings, new Date().toISOString(), {
          at: Date.now(),
          class: 'check',
          rank: 0,
          intervalMs: tried.settings.everyMs,
        });
        if (options.json) await io.out(JSON.stringify({ ...shownSource(added), tried: triedLine(tried) }));
        else
          await printTried(
            `Watching ${terminalLine(added.name)} (${added.kind}) every ${formatDuration(added.everyMs)}, its notices every ${formatDuration(added.followMs)} while young. Id ${added.id}`,
            tried,
            io,
          );
      });
    });
}

function list(source: Command, io: Io): void {
  source
    .command('list')
    .description('sources with their health, and what their hosts ask for')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch source list\n')
    .action(async (options: { readonly json?: boolean }, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home }) => {
        const sources = await home.store.listSources();
        if (options.json) {
          for (const one of sources) await io.out(JSON.stringify({ ...shownSource(one), health: one.health, host: one.host }));
          // Hosts of notices that are no source's own host, where there is something to say of them.
          const own = new Set(sources.map((one) => one.host.host));
          const others = (await home.store.listHosts()).filter((host) => !own.has(host.host) && hostNotes([host]).length > 0);
          if (others.length > 0) await io.out(JSON.stringify({ hosts: others }));
          return;
        }
        const hosts = await home.store.listHosts();
        if (sources.length === 0) {
          io.note('No source yet. "dualwatch source add <address>" adds one.');
          for (const text of hostNotes(hosts)) await io.out(text);
          return;
        }
        const columns = [
          { head: 'name', shrink: true },
          { head: 'kind' },
          { head: 'every' },
          { head: 'last check' },
          { head: 'lag', align: 'right' as const },
          { head: 'notices', align: 'right' as const },
          { head: 'health', shrink: true },
          { head: 'id' },
        ];
        await io.out(
          formatTable(
            columns,
            sources.map((one) => row(one)),
            io.width,
          ),
        );
        for (const { name, paused, health } of sources)
          if (!paused && health.errorStreak === 0)
            for (const warning of health.warnings ?? []) await io.out(terminalLine(`${name}: ${warning}`));
        for (const text of hostNotes(hosts)) await io.out(text);
      });
    });
}

function test(source: Command, io: Io): void {
  source
    .command('test')
    .argument('<id|address|name>')
    .description('try a source now and show what it lists; nothing is recorded')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch source test https://example.org/feed.xml\n')
    .action(async (wanted: string, options: { readonly json?: boolean }, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home, config }) => {
        const known = await findSource(home.store, wanted);
        const tried = await trySource(await openLocal(home, config), known);
        if (options.json) await io.out(JSON.stringify({ ...shownSource(known), tried: triedLine(tried) }));
        else await printTried(`${terminalLine(known.name)} answers`, tried, io);
        if (tried.error) throw tried.error;
      });
    });
}

function change(source: Command, io: Io): void {
  const act = (name: string, description: string, run: (store: Store, found: Source) => Promise<string>): void => {
    source
      .command(name)
      .argument('<id|address|name>')
      .description(description)
      .option('--json', 'one object')
      .addHelpText('after', `\nExample:\n  dualwatch source ${name} https://example.org/feed.xml\n`)
      .action(async (wanted: string, options: { readonly json?: boolean }, command: Command) => {
        await withHome(command, io, { create: false }, async ({ home }) => {
          const found = await findSource(home.store, wanted);
          const done = await run(home.store, found);
          await io.out(options.json ? JSON.stringify({ id: found.id, url: found.url, done: name }) : done);
        });
      });
  };
  act('pause', 'check it no more until resumed; its notices are followed on', async (store, found) => {
    await store.setSourcePaused(found.id, true, Date.now());
    return `Paused ${terminalLine(found.name)}; "dualwatch source resume ${found.id}" goes on`;
  });
  act('resume', 'check it again', async (store, found) => {
    await store.setSourcePaused(found.id, false, Date.now());
    return `Watching ${terminalLine(found.name)} again`;
  });
  act('remove', 'watch it no more; its notices and their evidence stay and are followed on', async (store, found) => {
    await store.removeSource(found.id);
    return `Removed ${terminalLine(found.name)}; its notices stay`;
  });
}

function confirm(source: Command, io: Io): void {
  source
    .command('confirm')
    .argument('<id|host>', 'a notice, or a host with all its notices that wait')
    .description('let removals stand that wait for a person, because many notices of a host seem gone at once')
    .option('--json', 'one object')
    .addHelpText('after', '\nExample:\n  dualwatch source confirm tenders.example.org\n')
    .action(async (target: string, options: { readonly json?: boolean }, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home, config }) => {
        const host = /^https?:/.test(target) ? hostOf(target) : target;
        const held = !isNoticeId(target) && (await home.store.removalsHeld(host));
        const confirmed = await home.store.confirmRemovals(
          isNoticeId(target) ? target : { host },
          new Date().toISOString(),
          `confirmed by a person: ${target}`,
        );
        if (confirmed.length === 0 && !held)
          throw new DualwatchError('not-found', `No removal of ${target} waits for a person; "dualwatch source list" says where some do`);
        await rescore(home.store, confirmed);
        await tellOfChanges(home, config, (message) => io.note(message));
        if (options.json) return io.out(JSON.stringify({ confirmed }));
        const counted = `${confirmed.length} removal${confirmed.length === 1 ? '' : 's'} confirmed`;
        await io.out(held ? `${counted}; removals at ${terminalLine(host)} are believed again` : counted);
      });
    });
}

type Defaults = Pick<SourceSettings, 'everyMs' | 'followMs' | 'keep'>;

/** What was asked on the command line; `kind` null where it is to be found out. */
function settingsFrom(
  address: string,
  options: AddOptions,
  defaults: Defaults,
): Omit<SourceSettings, 'kind'> & { readonly kind: SourceSettings['kind'] | null } {
  // Neither an address nor a folder: most likely an address without its beginning.
  if (options.kind !== 'feed' && options.kind !== 'page' && !/^[a-z][a-z0-9+-]*:/i.test(address) && !existsSync(address))
    throw new DualwatchError(
      'usage',
      `There is no folder ${address}${/^[^\s/]+\.[^\s/]+/.test(address) ? `; if it is an address, write https://${address}` : ''}`,
    );
  return {
    kind: options.kind === undefined ? null : oneOf('--kind', options.kind, ['feed', 'page', 'folder']),
    url: address,
    name: options.name ?? address,
    everyMs: options.every === undefined ? defaults.everyMs : atLeastOneSecond('--every', options.every),
    followMs: options.follow === undefined ? defaults.followMs : atLeastOneSecond('--follow', options.follow),
    keep: options.keep === undefined ? defaults.keep : oneOf('--keep', options.keep, ['changes', 'all']),
    paceMs: options.pace === undefined ? null : parseDuration(options.pace),
    selector: options.selector ?? null,
    allowPrivate: options.allowPrivate === true,
    credentials: credentialsFrom(options),
    ...robotsChoice(options),
    ...wayChoice(options),
  };
}

/** Throws `usage` where robots.txt is to be ignored without a reason. */
export function robotsChoice(options: {
  readonly robots?: string;
  readonly reason?: string;
}): Pick<SourceSettings, 'robots' | 'robotsReason'> {
  const robots = oneOf('--robots', options.robots ?? 'obey', ['obey', 'ignore']);
  const reason = options.reason?.trim() ?? '';
  if (robots === 'ignore' && reason === '')
    throw new DualwatchError('usage', '--robots ignore needs --reason "…": it is written into every capture');
  return { robots, robotsReason: robots === 'ignore' ? reason : null };
}

/** Whether a browser visits too, and what visits go through: `none` is no proxy. Throws `usage`. */
export function wayChoice(options: { readonly browser?: string; readonly proxy?: string }): Pick<SourceSettings, 'browser' | 'proxy'> {
  const proxy = options.proxy === undefined ? null : proxyOrNone(options.proxy);
  return {
    ...(options.browser === undefined ? {} : { browser: oneOf('--browser', options.browser, ['never', 'changes', 'always']) }),
    ...(proxy === null ? {} : { proxy }),
  };
}

function credentialsFrom(options: AddOptions): Readonly<Record<string, string>> {
  const lines = [
    ...(options.header ?? []),
    ...(options.headerFile === undefined
      ? []
      : readFileSync(options.headerFile, 'utf8')
          .split(/\r?\n/)
          .filter((line) => line.trim() !== '')),
  ];
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      // The line itself is not quoted: it is a secret.
      if (colon < 1) throw new DualwatchError('usage', 'A header is written as "Name: value"');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

function oneOf<const Value extends string>(option: string, text: string, allowed: readonly Value[]): Value {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new DualwatchError('usage', `${option} ${text}: choose ${allowed.join(', ')}`);
  return found;
}

function atLeastOneSecond(option: string, text: string): number {
  const ms = parseDuration(text);
  if (ms < 1000) throw new DualwatchError('usage', `${option} ${text}: at least 1s`);
  return ms;
}

async function printTried(headline: string, tried: TriedSource, io: Io): Promise<void> {
  await io.out(headline);
  if (tried.robots !== null) io.note(`robots.txt: ${terminalLine(tried.robots)}`);
  if (tried.error) io.note(`It does not answer as it should: ${terminalLine(tried.error.message)}`);
  else if (tried.items.length === 0) io.note('It lists nothing now.');
  else
    await io.out(
      tried.baseline
        ? `It lists ${tried.items.length} links. This is the baseline: what is new after it becomes a notice. Among them:`
        : `It lists ${tried.items.length} item${tried.items.length === 1 ? '' : 's'}. The first:`,
    );
  for (const item of tried.items.slice(0, 3))
    await io.out(`  ${item.publishedAt ?? '(no date)'}  ${terminalLine(item.title || '(no title)')}\n      ${terminalLine(item.url)}`);
  for (const feed of tried.feeds) io.note(`The page offers a feed, which is better to watch: ${terminalLine(feed.url)}`);
  for (const warning of tried.warnings) io.note(terminalLine(warning));
}

function row(one: Source & { readonly health: SourceHealth }): readonly string[] {
  const { health } = one;
  const lastCheck =
    health.lastCheckAt === null
      ? 'never'
      : `${formatDuration(Math.max(1000, Date.now() - Date.parse(health.lastCheckAt))).replace(/ .*/, '')} ago`;
  const state = one.paused
    ? 'paused'
    : health.errorStreak > 0
      ? `failed × ${health.errorStreak}: ${health.lastError ?? ''}`
      : health.lastCheckAt === null
        ? 'not checked yet'
        : health.warnings === undefined
          ? 'fine'
          : `fine, but with ${counted(health.warnings.length, 'warning', 'warnings')}`;
  return [
    one.name,
    one.kind,
    formatDuration(one.everyMs),
    lastCheck,
    health.lagSeconds === null ? '' : formatDuration(Math.abs(health.lagSeconds) * 1000),
    String(health.notices),
    state,
    one.id,
  ];
}

/** One line for each host that is held, stretched, or whose removals wait for a person. */
function hostNotes(hosts: readonly HostStatus[]): readonly string[] {
  const notes = [...new Map(hosts.map((host) => [host.host, host])).values()].flatMap((host) => [
    ...(host.heldUntil !== null && Date.parse(host.heldUntil) > Date.now()
      ? [`${host.host} is left alone until ${host.heldUntil} (${host.heldReason ?? ''}); "dualwatch watch --now" does not wait`]
      : []),
    ...(host.stretch > 1.05 ? [`${host.host}: the pace of the host stretches the schedule ${host.stretch.toFixed(1)} times`] : []),
    ...(host.removalsHeldSince === null
      ? []
      : [
          `${host.host}: since ${host.removalsHeldSince} removals wait for a person (${host.removalsHeld} now): many notices seemed gone at once. Look at some, then "dualwatch source confirm ${host.host}"`,
        ]),
  ]);
  return notes.length > 0 ? ['', ...notes] : [];
}
