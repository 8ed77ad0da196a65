import type { Command } from 'commander';
import { formatByteSize } from '../../model/byte-size.ts';
import { counted } from '../../model/counted.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import { findNotice } from '../../work/shown/find-notice.ts';
import { exportPackage, type ExportedPackage, type Unstamped } from '../../work/export/export-package.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';
import { terminalLine } from '../terminal-text.ts';
import { REVEALED } from '../trade-lines.ts';

interface Options {
  readonly wacz: string;
  readonly force?: boolean;
  readonly reveal?: boolean;
  readonly by?: string;
  readonly json?: boolean;
}

export function exportCommand(program: Command, io: Io): void {
  program
    .command('export')
    .argument('<notice...>', 'ids of notices, or any addresses they have had')
    .description('write all evidence of some notices into one file that proves itself: captures, observations, log entries with proofs')
    .requiredOption('--wacz <file>', 'the package to write: a web archive (WACZ 1.1.1), signed')
    .option('--force', 'write over a file that is there already')
    .option('--by <name>', 'who exports, for the chain of custody inside')
    .option('--reveal', 'leave names and contacts of private persons in the texts that were derived, which are masked otherwise')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nCaptures go in byte for byte, whatever they name; only our own texts are masked. Tell the receiver the fingerprints that are printed by another way than the file.\nExit code 5: written, but the file of a capture is missing or damaged.\nExample:\n  dualwatch export https://example.org/tender/17 --wacz tender-17.wacz\n',
    )
    .action(async (wanted: readonly string[], options: Options, command: Command) => {
      await withHome(command, io, { create: false }, async ({ home, paths, config }) => {
        const notices: NoticeId[] = [];
        for (const one of wanted) notices.push((await findNotice(home.store, one)).id);
        const exported = await exportPackage(home, paths, config, {
          notices,
          file: options.wacz,
          force: options.force === true,
          reveal: options.reveal === true,
          by: options.by ?? null,
          signal: io.signal,
          onProgress: (what) => io.progress(what),
        });
        if (options.reveal === true) io.note(REVEALED);
        if (options.json) await io.out(JSON.stringify({ file: options.wacz, bytes: exported.bytes, ...exported.info }));
        else await print(options.wacz, exported, io);
        const unstamped = toldOf(exported.unstamped);
        if (unstamped !== null) io.note(unstamped);
        complain(options.wacz, exported);
      });
    });
}

function toldOf({ captures, observations }: Unstamped): string | null {
  const parts = [
    ...(captures === 0 ? [] : [counted(captures, 'capture', 'captures')]),
    ...(observations === 0 ? [] : [counted(observations, 'observation', 'observations')]),
  ];
  if (parts.length === 0) return null;
  return `${parts.join(' and ')} in it ${captures + observations === 1 ? 'is' : 'are'} under no time-stamp yet. To prove before when, have the authorities stamp the log ("dualwatch anchors now"), and export again.`;
}

async function print(file: string, { bytes, info }: ExportedPackage, io: Io): Promise<void> {
  await io.out(
    `${terminalLine(file)}: ${formatByteSize(bytes)}, ${counted(info.notices.length, 'notice', 'notices')}, ${counted(info.captures, 'capture', 'captures')}, ${counted(info.entries, 'log entry with its proof', 'log entries with proofs')}`,
  );
  await io.out(`signed by    sha256:${info.signer}`);
  await io.out(`evidence log ${terminalLine(info.log.vkey)}`);
  for (const { sha256, why } of info.leftOut) io.note(`not in it: capture ${sha256} (${WHY[why]})`);
}

const WHY = {
  dropped: 'dropped under the policy keep: newer bytes of the same reading are kept',
  forgotten: 'removed by order',
  missing: 'its file is missing from the home',
  damaged: 'its file was altered or is damaged',
} as const;

/** The package is written all the same: what is there may be all that is left. */
function complain(file: string, { info }: ExportedPackage): void {
  const bad = info.leftOut.filter(({ why }) => why === 'missing' || why === 'damaged');
  if (bad.length === 0) return;
  throw new DualwatchError(
    'evidence-invalid',
    `${file} was written without ${bad.length} of its captures, whose files are missing or damaged: ${bad.map(({ sha256 }) => `${sha256.slice(0, 12)}…`).join(', ')}. "dualwatch log verify" says more`,
  );
}
