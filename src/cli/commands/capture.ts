import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import { addressAliases, normaliseAddress } from '../../model/address.ts';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import type { NoticeClaim } from '../../store/port.ts';
import { hostOf } from '../../model/host-of.ts';
import { policyOf } from '../../capture/visit-policy.ts';
import { PutOff } from '../../capture/put-off.ts';
import { compareWaiting } from '../../work/copies/compare-waiting.ts';
import { screenOne } from '../../work/screening/screen-notices.ts';
import type { Outcome, Visited } from '../../work/visit-claim.ts';
import { openLocal, type LocalWatch } from '../../work/local.ts';
import type { OpenHome } from '../../work/home.ts';
import type { Io } from '../io.ts';
import { listedLine } from '../match-lines.ts';
import { maskedNotice } from '../../recognise/parties/masked-notice.ts';
import { withHome } from '../session.ts';
import { terminalLine, terminalText } from '../terminal-text.ts';
import { stateWord } from './notices.ts';
import { robotsChoice, wayChoice } from './source.ts';

interface Options {
  readonly allowPrivate?: boolean;
  readonly robots?: string;
  readonly reason?: string;
  readonly proxy?: string;
  readonly browser?: boolean;
  readonly json?: boolean;
}

export function captureCommand(program: Command, io: Io): void {
  program
    .command('capture')
    .argument('<address>', 'address of one notice')
    .description('keep one address now, without a source; from then on it is a notice like any other')
    .option('--allow-private', 'the address is in a private network: opens its own host and port, nothing else')
    .option('--robots <obey|ignore>', 'whether robots.txt is obeyed (default: obey); ignore needs --reason')
    .option('--reason <text>', 'why robots.txt is not obeyed; written into the capture')
    .option('--proxy <address>', 'go through socks5://, socks5h:// or http://[user:password@]host:port')
    .option('--browser', 'the system’s Chromium keeps it too: screenshot, PDF, document and all that it loads; see docs/browser.md')
    .option('--json', 'one object, as in notices --json, with the capture made')
    .addHelpText('after', '\nExample:\n  dualwatch capture https://example.org/tender/17\n')
    .action(async (address: string, options: Options, command: Command) => {
      const url = normaliseAddress(address);
      const rules = { ...robotsChoice(options), allowPrivate: options.allowPrivate === true };
      const asked = {
        ...(options.robots !== undefined || rules.allowPrivate ? rules : {}),
        ...wayChoice({ ...(options.proxy !== undefined && { proxy: options.proxy }) }),
        ...(options.browser ? { browser: 'changes' as const } : {}),
      };
      await withHome(command, io, { create: true }, async ({ home, config }) => {
        const local = await openLocal(home, config, { onNote: (_level, message) => io.note(terminalText(message)) });
        try {
          const problem = await local.diskProblem();
          if (problem !== undefined) throw new DualwatchError('disk-full', problem);
          await captureNow(local, home, url, asked, options, io);
        } finally {
          local.extras.stop();
          await local.extras.idle();
          await local.alerting.settle();
          await local.signLog();
          local.closeClient();
        }
      });
    });
}

type Asked = Pick<LocalWatch['context']['defaults'], 'robots' | 'robotsReason' | 'allowPrivate' | 'proxy' | 'browser'>;

async function captureNow(local: LocalWatch, home: OpenHome, url: string, asked: Partial<Asked>, options: Options, io: Io): Promise<void> {
  const visited = await visitNow(local, home, url, asked, io);
  if (visited === 'offline' || visited.kind !== 'notice' || visited.recorded.noticeId === null) {
    throw new DualwatchError('fetch-failed', `${url} could not be visited: the connection of this machine seems lost`);
  }
  const { visit, failure } = visited.prepared;
  const beside = await keepBeside(local, home, visited, options, io);
  await screenOne({ store: home.store, home: home.paths.home, note: (message) => io.note(message) }, visited.recorded.noticeId).catch(
    (error: unknown) => io.note(`the notice is kept, but cannot be screened now: ${asDualwatchError(error).message}`),
  );
  if (visit.capture !== null && visited.prepared.reading?.state === 'present') await compareNow(home, io);
  const found = await home.store.findNotice(visited.recorded.noticeId);
  if (!found) throw new DualwatchError('internal', `the notice of ${url} vanished while it was captured`);
  const notice = maskedNotice(found);
  const capture = visit.observation.capture ?? visit.observation.confirms;
  if (options.json)
    await io.out(
      JSON.stringify({
        ...notice,
        capture,
        observed: visit.observation.state,
        observedReason: visit.observation.reason,
        ...(beside.length > 0 && { beside }),
      }),
    );
  else {
    await io.out(`${stateWord(notice)}: ${terminalLine(notice.title ?? notice.url)}`);
    await io.out(`notice   ${notice.id}   priority ${notice.priority}`);
    for (const party of notice.listed) await io.out(`listed   ${terminalLine(listedLine(party))}`);
    if (capture !== null) await io.out(`${visit.observation.capture === null ? 'confirms' : 'capture '} ${capture}`);
    for (const one of beside) await io.out(`${one.mode.padEnd(8)} ${one.capture}`);
  }
  const { reason } = visit.observation;
  if (reason === 'robots')
    throw new DualwatchError(
      'robots-forbidden',
      `robots.txt forbids ${url}; the notice is listed as unreachable. If you may visit it nevertheless, say why: --robots ignore --reason "…"`,
    );
  if (failure?.kind === 'address-forbidden') throw new DualwatchError('address-forbidden', failure.message);
  if (failure) throw new DualwatchError('fetch-failed', `${url}: ${failure.message}`);
}

type VisitedNotice = Extract<Visited, { kind: 'notice' }>;

/** Waits for what is kept beside the visit, pictures and the browser; `--browser` asks for the browser although nothing changed. Gives the captures made. */
async function keepBeside(
  local: LocalWatch,
  home: OpenHome,
  { prepared, recorded }: VisitedNotice,
  options: Options,
  io: Io,
): Promise<readonly { readonly mode: string; readonly capture: string }[]> {
  const { visit, reading, failure } = prepared;
  const { noticeId } = recorded;
  const { browser, defaults } = local.context;
  if (noticeId === null) return [];
  if (options.browser && browser.missing !== null) io.note(`${browser.missing}; the plain capture is kept`);
  const has = reading?.rendered === true || visit.extras?.some(({ kind }) => kind === 'browser') === true;
  if (options.browser && browser.missing === null && failure === null && visit.observation.reason !== 'robots' && !has) {
    const { at, capture, confirms } = visit.observation;
    const wanted = { kind: 'browser', reason: 'asked', policy: policyOf(visit.claim, defaults), source: visit.claim.source } as const;
    await home.store.extras.wantExtra(noticeId, wanted, { at, capture: capture ?? confirms });
  }
  const before = new Set((await home.store.capturesOf(noticeId)).map(({ sha256 }) => sha256));
  local.extras.wake(noticeId);
  const stop = (): void => local.extras.stop();
  io.signal.addEventListener('abort', stop, { once: true });
  if (options.browser && browser.missing === null) io.progress('the browser visits');
  await local.extras.idle();
  io.signal.removeEventListener('abort', stop);
  const made = (await home.store.capturesOf(noticeId)).filter(({ sha256 }) => !before.has(sha256));
  return made.flatMap(({ sha256, mode }) => (mode === null ? [] : [{ mode, capture: sha256 }]));
}

/** Who else publishes it? Where a watcher is at it, it finds that out. */
async function compareNow(home: OpenHome, io: Io): Promise<void> {
  await compareWaiting(home, (message) => io.note(message), io.signal).catch((error: unknown) =>
    io.note(`the notice is kept, but cannot be compared now: ${asDualwatchError(error).message}`),
  );
}

/** What was asked for on the command line holds for this visit and, where no source lists the notice, for those to come. */
async function visitNow(
  local: LocalWatch,
  home: OpenHome,
  url: string,
  asked: Partial<Asked>,
  io: Io,
): Promise<Exclude<Outcome, 'later' | PutOff>> {
  for (;;) {
    const claim = await claimWhenFree(local, home, url, io);
    const { own } = claim.follow;
    const source = sourceUnder(claim.source, asked, url);
    const follow = { ...claim.follow, own: source === null ? { ...local.context.defaults, ...own, ...asked } : own };
    const outcome = await local.visit({ ...claim, source, follow });
    if (outcome instanceof PutOff) throw outcome;
    if (outcome !== 'later') return outcome;
  }
}

/**
 * The source whose rules hold. Of another origin it is left aside where the command line asks for something: what is opened is the address
 * itself and not the source's host, and the source's credentials are not for it.
 */
function sourceUnder(source: NoticeClaim['source'], asked: Partial<Asked>, url: string): NoticeClaim['source'] {
  if (source === null) return source;
  const sameOrigin = URL.canParse(source.url) && new URL(source.url).origin === new URL(url).origin;
  return sameOrigin || asked.allowPrivate === undefined ? { ...source, ...asked } : null;
}

/** A command waits for the pace of a host, not for a hold of minutes or hours. */
const LONGEST_WAIT_MS = 60_000;

async function claimWhenFree(local: LocalWatch, home: OpenHome, url: string, io: Io): Promise<NoticeClaim> {
  const { clock, random, config } = local.context;
  const began = clock.monotonic();
  while (!io.signal.aborted) {
    const answer = await home.store.claimAddress({
      worker: local.worker,
      now: clock.now(),
      url,
      aliases: addressAliases(url),
      host: hostOf(url),
      paceMs: config.fetch.pace,
      random,
      leaseMs: local.leaseMs,
    });
    if ('claim' in answer) return answer.claim;
    if (answer.waitMs > LONGEST_WAIT_MS) throw new PutOff(hostOf(url), clock.now(), answer.waitMs);
    if (clock.monotonic() - began > 1000) io.progress(`waiting for the pace of ${hostOf(url)}`);
    await sleep(Math.min(Math.max(answer.waitMs, 10), 1000));
  }
  throw new DualwatchError('usage', 'stopped before the address was visited');
}
