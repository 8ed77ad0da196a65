import type { Command } from 'commander';
import { normaliseAddress } from '../../model/address.ts';
import { DualwatchError } from '../../model/errors.ts';
import { NOTICE_TYPES, type NoticeType } from '../../model/notice.ts';
import { proxyOrNone } from '../../model/proxy.ts';
import { captureAddress, type KeptAddress } from '../../work/capture-address.ts';
import type { Io } from '../io.ts';
import { listedLine } from '../match-lines.ts';
import { withHome } from '../session.ts';
import { terminalLine, terminalText } from '../terminal-text.ts';
import { stateWord } from './notices.ts';
import { robotsChoice } from './source.ts';

interface Options {
  readonly allowPrivate?: boolean;
  readonly robots?: string;
  readonly reason?: string;
  readonly proxy?: string;
  readonly browser?: boolean;
  readonly type?: string;
  readonly json?: boolean;
}

export function captureCommand(program: Command, io: Io): void {
  program
    .command('capture')
    .argument('<address>', 'address of one notice')
    .description('keep one address now, without a source; from then on it is a notice like any other')
    .option(
      '--allow-private',
      'the address is in a private network: opens its own host and port, nothing else; stays where no source lists the notice, --no-allow-private takes it back',
    )
    .option('--no-allow-private', 'shuts what --allow-private opened for this notice')
    .option('--robots <obey|ignore>', 'whether robots.txt is obeyed (default: obey); ignore needs --reason')
    .option('--reason <text>', 'why robots.txt is not obeyed; written into the capture')
    .option(
      '--proxy <address>',
      'go through socks5://, socks5h:// or http://[user:password@]host:port; stays for later visits where no source lists the notice, "none" takes it back',
    )
    .option('--type <notice|report>', 'report: what somebody wrote about notices, as a newspaper does; it is kept, and is no notice')
    .option('--browser', 'the system’s Chromium keeps it too: screenshot, PDF, document and all that it loads; see docs/browser.md')
    .option('--json', 'one object, as in notices --json, with the capture made')
    .addHelpText('after', '\nExample:\n  dualwatch capture https://example.org/tender/17\n')
    .action(async (address: string, options: Options, command: Command) => {
      const url = normaliseAddress(address);
      const asked = {
        ...(options.robots === undefined ? {} : robotsChoice(options)),
        ...(options.allowPrivate === undefined ? {} : { allowPrivate: options.allowPrivate }),
        ...(options.proxy === undefined ? {} : { proxy: proxyOrNone(options.proxy) }),
        ...(options.browser ? { browser: 'changes' as const } : {}),
      };
      const type = options.type === undefined ? undefined : typeOf(options.type);
      await withHome(command, io, { create: true }, async ({ home, config }) => {
        const told = {
          note: (message: string) => io.note(terminalText(message)),
          progress: (message: string) => io.progress(message),
          signal: io.signal,
        };
        await captureAddress(home, config, { url, type, asked, browser: options.browser === true }, told, (kept) =>
          print(kept, options, io),
        );
      });
    });
}

function typeOf(text: string): NoticeType {
  const found = NOTICE_TYPES.find((one) => one === text);
  if (found === undefined) throw new DualwatchError('usage', `--type ${text}: choose one of ${NOTICE_TYPES.join(', ')}`);
  return found;
}

async function print({ notice, observation, capture, beside }: KeptAddress, options: Options, io: Io): Promise<void> {
  if (options.json) {
    const { state, reason } = observation;
    await io.out(JSON.stringify({ ...notice, capture, observed: state, observedReason: reason, ...(beside.length > 0 && { beside }) }));
    return;
  }
  await io.out(`${stateWord(notice)}: ${terminalLine(notice.title ?? notice.url)}`);
  await io.out(`notice   ${notice.id}   priority ${notice.priority}`);
  for (const party of notice.listed) await io.out(`listed   ${terminalLine(listedLine(party))}`);
  if (capture !== null) await io.out(`${observation.capture === null ? 'confirms' : 'capture '} ${capture}`);
  for (const one of beside) await io.out(`${one.mode.padEnd(8)} ${one.capture}`);
}
