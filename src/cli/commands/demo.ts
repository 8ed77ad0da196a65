import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import { demoOf, makeRoom, PLAYED } from '../../work/demo/demo-of-home.ts';
import type { DemoStep } from '../../work/demo/demo-state.ts';
import { playDemo } from '../../work/demo/play-demo.ts';
import { configOf, openHome, type OpenHome } from '../../work/home.ts';
import type { Io } from '../io.ts';
import { displayWidth } from '../table.ts';
import { terminalLine } from '../terminal-text.ts';

export function demoCommand(program: Command, io: Io): void {
  program
    .command('demo')
    .description('replay the Guangdong case of 2024, offline on loopback, in under a minute')
    .option('--json', 'one object for each step on stdout')
    .addHelpText(
      'after',
      '\nThe home it makes stays, to be looked at: with --home where you say, else in the folder for temporary files.\nExample:\n  dualwatch demo\n',
    )
    .action(async ({ json = false }: { readonly json?: boolean }, command: Command) => {
      const folder = command.optsWithGlobals<{ home?: string }>().home ?? mkdtempSync(join(tmpdir(), 'dualwatch-demo-'));
      const overrides = { home: folder, 'disk.minFree': '0B' };
      const { paths, config } = configOf({ env: { ...io.env, DUALWATCH_HOME: undefined }, overrides });
      const home = await openHome(paths, { create: true });
      try {
        if ((await demoOf(home)).state === 'played') throw new DualwatchError('conflict', PLAYED);
        await makeRoom(home.store);
        if (!json) await io.out('The Guangdong case of May and June 2024, replayed on this machine. Indented: what Dualwatch records.');
        const notices = new Set<NoticeId>();
        let telling = Promise.resolve();
        await playDemo(home, config, (step, text, notice) => {
          io.signal.throwIfAborted();
          if (notice !== undefined) notices.add(notice);
          telling = telling.then(() => (json ? tellProgram(io, home, { step, text, notice }) : tell(io, step, text)));
        });
        await telling;
        if (!json) await io.out(`\n${whereToLook(howCalled(io.env), folder, [...notices])}`);
      } finally {
        await home.store.close();
      }
    });
}

/** What happened, and indented with a mark what was recorded of it. */
const WHEN: Readonly<Record<DemoStep, { readonly when: string; readonly mark?: string }>> = {
  published: { when: '22 May 2024' },
  captured: { when: 'captured', mark: '●' },
  captcha: { when: 'Days later' },
  blocked: { when: 'blocked', mark: '◐' },
  deleted: { when: 'Then' },
  seemsGone: { when: 'seems gone', mark: '○' },
  removed: { when: 'removed', mark: '✕' },
  sister: { when: 'June 2024' },
  copy: { when: 'copy', mark: '≡' },
  proved: { when: 'Proof', mark: '✓' },
};

interface Told {
  readonly step: DemoStep;
  readonly text: string;
  readonly notice: NoticeId | undefined;
}

async function tellProgram(io: Io, { store }: OpenHome, { step, text, notice: id }: Told): Promise<void> {
  const notice = id === undefined ? undefined : await store.findNotice(id);
  await io.out(JSON.stringify({ step: WHEN[step].when, what: text, ...(notice === undefined ? {} : { notice }) }));
}

function tell(io: Io, step: DemoStep, text: string): Promise<void> {
  const { when, mark } = WHEN[step];
  const apart = mark === undefined || step === 'proved' ? '\n' : '';
  const head = mark === undefined ? when.padEnd(14) : `  ${mark} ${when.padEnd(12)}`;
  return io.out(apart + head + wrap(terminalLine(text), Math.min(io.width, 110) - head.length, head.length));
}

function whereToLook(dualwatch: string, folder: string, notices: readonly NoticeId[]): string {
  const here = `${dualwatch} --home ${folder}`;
  const [first = ''] = notices;
  const lines = [
    `${here} serve`,
    `${here} notices`,
    `${here} show ${first}`,
    `${here} copies ${first}`,
    `${here} export ${notices.join(' ')} --wacz case.wacz`,
    `${dualwatch} verify case.wacz`,
  ];
  return `Look at it yourself, in the browser (the first line) or here:\n  ${lines.join('\n  ')}\nThe demo has this folder for a home of its own, which may be deleted at any time; without --home these commands open yours.`;
}

/** What somebody types who wants to call this program as it was called: in a checkout it is a script of npm's. */
function howCalled(env: Readonly<Record<string, string | undefined>>): string {
  if (env['npm_lifecycle_event'] === 'npx') return 'npx dualwatch';
  return env['npm_lifecycle_event'] === undefined ? 'dualwatch' : 'npm run -s dualwatch --';
}

function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (displayWidth(line) + displayWidth(word) + 1 > width && line !== '') lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
