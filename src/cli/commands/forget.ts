import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { isDigest } from '../../model/digest.ts';
import { counted } from '../../model/counted.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Store } from '../../store/port.ts';
import { isoTime, systemClock } from '../../capture/clock.ts';
import { forgetCapture } from '../../work/forget/forget-capture.ts';
import { openLogOfHome } from '../../work/log-of-home.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { terminalLine } from '../terminal-text.ts';

/** Other captures of a notice that are named; more stand in `show`. */
const SHOWN = 10;
/** The reason stands in the log for good, where an entry has 64 KB. */
const MAX_REASON = 1000;

export function forgetCommand(program: Command, io: Io): void {
  program
    .command('forget')
    .argument('<capture>', 'SHA-256 of a capture, as "show" and "show --json" give it')
    .description(
      'remove the bytes of a capture by order (privacy, a court) and all that was read from them; the log keeps digest and reason',
    )
    .requiredOption('--why <text>', 'by what order; it stands in the log for good, so name nobody whom it protects')
    .option('--by <name>', 'who gives the order here; it stands in the log for good (default: the user of this machine)')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nThis cannot be undone. Earlier backups and packages that were given away still hold what is forgotten here, and the page may be visited again:\n"source pause" or "source remove" ends that. "backup" into an earlier backup removes it there too.\nExample:\n  dualwatch forget 3f1c… --why "order of the court of first instance, 4 O 12/26" --by "J. Editor"\n',
    )
    .action(async (wanted: string, options: { readonly why: string; readonly by?: string; readonly json?: boolean }, command: Command) => {
      const capture = wanted.toLowerCase();
      if (!isDigest(capture))
        throw new DualwatchError(
          'usage',
          `"${wanted}" is no SHA-256: 64 hexadecimal digits are expected; "dualwatch show <id>" gives those of captures`,
        );
      const [why, by] = [options.why.trim(), (options.by ?? userInfo().username).trim()];
      for (const [name, text] of [
        ['--why', why],
        ['--by', by],
      ] as const)
        if (text === '' || text.length > MAX_REASON)
          throw new DualwatchError(
            'usage',
            `${name} is ${text === '' ? 'empty' : `longer than ${MAX_REASON} characters`}; the log keeps it as the reason`,
          );
      await withHome(command, io, { create: false }, async ({ home, config }) => {
        const done = await forgetCapture(home, { sha256: capture, why, by, at: isoTime(systemClock.now()) });
        await (await openLogOfHome(home, config)).keeper.signNow();
        if (options.json) await io.out(JSON.stringify({ capture, ...done }));
        else
          await io.out(
            `${done.already ? 'It was forgotten before' : 'Forgotten'}: capture ${capture} of ${terminalLine(done.url)}; ${done.readings === 0 ? 'no reading was made from it' : `${counted(done.readings, 'reading is', 'readings are')} gone`}, and entry ${done.logIndex} of the log says so`,
          );
        if (!done.wiped)
          io.note(
            'The database was not written anew, since it is large or in use: free pages of it may hold older forms of what was read, until they are used again or a backup takes its place.',
          );
        for (const notice of done.notices) await noteOthers(home.store, notice, io);
        io.note('Earlier backups and packages that were given away still hold it.');
      });
    });
}

/** A page is captured many times, and by a browser beside a plain visit: the same words may stand there. */
async function noteOthers(store: Store, notice: NoticeId, io: Io): Promise<void> {
  const kept = (await store.capturesOf(notice)).filter(({ warc }) => warc !== null);
  if (kept.length === 0) return;
  io.note('Captures of the same notice that are kept; each is forgotten by an order of its own:');
  for (const { sha256, at, mode } of kept.slice(-SHOWN)) io.note(`  ${sha256}  ${at}${mode === null ? '' : `  ${mode}`}`);
  if (kept.length > SHOWN) io.note(`  and ${kept.length - SHOWN} more: dualwatch show ${notice}`);
}
