import type { Command } from 'commander';
import { counted } from '../../model/counted.ts';
import type { Visited } from '../../work/visit-claim.ts';
import { watchHome } from '../../work/watch-home.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { terminalLine } from '../terminal-text.ts';

const LEVELS = ['info', 'warn', 'error', 'silent'] as const;

interface Options {
  readonly once?: boolean;
  readonly now?: boolean;
  readonly json?: boolean;
}

export function watchCommand(program: Command, io: Io): void {
  program
    .command('watch')
    .description('check sources and follow notices until stopped (Ctrl-C)')
    .option('--once', 'only what is due now and what follows from it, no address twice; then stop')
    .option('--now', 'treat everything as due, also what back-off holds')
    .option('--json', 'one object for each visit on stdout')
    .addHelpText(
      'after',
      '\nWith --once the exit code is 0 whatever the sources answered: see "dualwatch source list" for their health.\nExamples:\n  dualwatch watch\n  dualwatch watch --once --now\n',
    )
    .action(async (options: Options, command: Command) => {
      await withHome(command, io, { create: true }, async ({ home, config, paths }) => {
        const sources = await home.store.listSources();
        if (sources.length === 0) {
          io.note(
            `No source is watched yet in ${paths.home}. Add one, here or from another terminal:\n\n  dualwatch source add https://example.org/feed.xml --every 15m --follow 6h\n\nor keep one page: dualwatch capture <address>. "dualwatch demo" shows what happens then.\n`,
          );
        } else if (options.once !== true)
          io.note(
            `Watching ${sources.length} source${sources.length === 1 ? '' : 's'} in ${paths.home}. Ctrl-C stops; nothing acknowledged is lost.`,
          );
        let visits = 0;
        await watchHome(home, config, {
          once: options.once === true,
          now: options.now === true,
          signal: io.signal,
          onNote(level, message) {
            if (LEVELS.indexOf(level) >= LEVELS.indexOf(config.log.level)) io.note(`${level}: ${terminalLine(message)}`);
          },
          onVisit(visited) {
            visits += 1;
            const line = options.json ? JSON.stringify(visitLine(visited)) : undefined;
            if (line !== undefined) void io.out(line);
            const news = [newsOf(visited) ?? [], ...warningsOf(visited)].flat();
            if (news.length > 0 && config.log.level === 'info') for (const one of news) io.note(one);
            else io.progress(`${counted(visits, 'visit', 'visits')}, latest ${terminalLine(addressOf(visited)).slice(0, 80)}`);
          },
        });
        if (options.once) io.note(`${counted(visits, 'visit', 'visits')} made`);
      });
    });
}

function addressOf(visited: Visited): string {
  return visited.kind === 'notice' ? visited.prepared.visit.claim.url : visited.prepared.visit.claim.source.url;
}

function visitLine(visited: Visited): object {
  if (visited.kind === 'source') {
    const { check, items, claim, memory } = visited.prepared.visit;
    return {
      kind: 'check',
      source: check.source,
      url: check.url,
      at: check.at,
      outcome: check.outcome,
      listed: items.length,
      new: visited.recorded.newNotices.length,
      ...(memory.warnings === undefined ? {} : { warnings: memory.warnings }),
      ...timesOf(claim),
    };
  }
  const { observation, claim } = visited.prepared.visit;
  return {
    kind: 'visit',
    notice: visited.recorded.noticeId,
    url: observation.url,
    at: observation.at,
    state: observation.state,
    reason: observation.reason,
    capture: observation.capture,
    firstSeenAt: claim.firstSeenAt,
    ...timesOf(claim),
  };
}

/** When it was due, when the pace of its host let it start, and when it was acknowledged. */
function timesOf(claim: { readonly dueAt: number; readonly startAt: number }): object {
  const iso = (ms: number): string => new Date(ms).toISOString();
  return { dueAt: iso(claim.dueAt), allowedAt: iso(claim.startAt), recordedAt: iso(Date.now()) };
}

/** What its source is warned of and was not at the check before. */
function warningsOf(visited: Visited): readonly string[] {
  if (visited.kind !== 'source') return [];
  const { check, claim, memory } = visited.prepared.visit;
  const before = new Set(claim.memory.warnings);
  return (memory.warnings ?? [])
    .filter((warning) => !before.has(warning))
    .map((warning) => `${check.at}  warning       ${terminalLine(check.url)}: ${terminalLine(warning)}`);
}

/** What a person who looks on wants to know: new notices, changes, removals, failures; not that all is as it was. */
function newsOf(visited: Visited): string | undefined {
  if (visited.kind === 'source') {
    const { check } = visited.prepared.visit;
    if (check.outcome !== 'ok') return `${check.at}  source fails   ${terminalLine(check.url)}: ${terminalLine(check.outcome)}`;
    const found = visited.recorded.newNotices.length;
    return found === 0 ? undefined : `${check.at}  ${String(found).padStart(3)} new       ${terminalLine(check.url)}`;
  }
  const { visit, judgement, reading } = visited.prepared;
  const { claim, observation } = visit;
  const title = terminalLine(reading?.state === 'present' ? (reading.title ?? '') : (claim.summary.title ?? ''));
  const line = (word: string): string => `${observation.at}  ${word.padEnd(13)} ${title === '' ? terminalLine(claim.url) : title}`;
  if (judgement.confirmed) return line('REMOVED');
  if (observation.state === 'removed' && claim.follow.removal === null) return line('seems gone');
  if (claim.follow.removal !== null && judgement.follow.removal === null) return line('is back');
  if (observation.state === 'changed') return line('changed');
  if (observation.state === 'present' && claim.follow.versions === 0) return line('captured');
  if (observation.state !== claim.follow.state && (observation.state === 'blocked' || observation.state === 'unreachable'))
    return line(`${observation.state}: ${observation.reason ?? ''}`);
  return undefined;
}
