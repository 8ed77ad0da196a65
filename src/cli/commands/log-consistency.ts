import type { Command } from 'commander';
import { counted } from '../../model/counted.ts';
import { DualwatchError } from '../../model/errors.ts';
import { openCheckpoint, type Checkpoint } from '../../evidence/checkpoint.ts';
import { formatConsistency, parseConsistency } from '../../evidence/consistency-file.ts';
import { parseVerifierKey, type NoteVerifier } from '../../evidence/note.ts';
import { verifyConsistency } from '../../evidence/verify-proof.ts';
import { openLogOfHome } from '../../work/log-of-home.ts';
import { readCheckpoint, readConsistency } from '../../work/package-trust.ts';
import type { Io } from '../io.ts';
import { withHome } from '../session.ts';

interface Options {
  readonly proof?: string;
  readonly key?: string;
  readonly json?: boolean;
}

export function logConsistencyCommand(log: Command, io: Io): void {
  log
    .command('consistency')
    .argument('<old>', 'file with an earlier checkpoint, as "log checkpoint" printed it')
    .argument('[new]', 'file with a later one (default: the head of the log as it is now)')
    .description(
      'print a proof that the log only grew between two checkpoints; with --proof and --key check one that somebody else printed',
    )
    .option('--proof <file>', 'a proof to check, without a home')
    .option('--key <key>', 'public key of the log (name+hash+key), to check a proof by')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nThe proof is one hash a line (RFC 6962 §2.1.2). Exit codes: 0 the log only grew, 5 it was rewritten or cut short.\nExamples:\n  dualwatch log consistency kept-in-may.txt > may-to-now.txt\n  dualwatch log consistency kept-in-may.txt kept-in-june.txt --proof may-to-june.txt --key "$(cat log-key.txt)"\n',
    )
    .action(async (old: string, newer: string | undefined, options: Options, command: Command) => {
      const [oldText, newText] = [await readCheckpoint(old), newer === undefined ? undefined : await readCheckpoint(newer)];
      const asked = { old, newer: newer ?? 'the head of the log' };
      if (options.proof !== undefined || options.key !== undefined) {
        if (options.proof === undefined || options.key === undefined || newText === undefined)
          throw new DualwatchError('usage', 'to check a proof name both checkpoints, --proof and --key');
        const hashes = parseConsistency(await readConsistency(options.proof));
        const verifier = parseVerifierKey(options.key);
        const [earlier, later] = [open(oldText, verifier, old), open(newText, verifier, asked.newer)];
        verifyConsistency(earlier, later, hashes);
        await tell(earlier, later, hashes, options, io);
        return;
      }
      await withHome(command, io, { create: false }, async ({ config, home }) => {
        const { key, folder, keeper } = await openLogOfHome(home, config);
        await keeper.signNow();
        const earlier = open(oldText, key.verifier, old);
        const later = newText === undefined ? await folder.checkpoint() : open(newText, key.verifier, asked.newer);
        if (later === undefined) throw new DualwatchError('not-found', 'The log has no entry yet: there is nothing to compare');
        const hashes = await folder.proveBetween(earlier, later);
        // Between equal checkpoints there is nothing to prove: no line, not an empty one.
        if (options.json !== true && hashes.length > 0) await io.out(formatConsistency(hashes).trimEnd());
        await tell(earlier, later, hashes, options, io);
      });
    });
}

async function tell(earlier: Checkpoint, later: Checkpoint, hashes: readonly Uint8Array[], options: Options, io: Io): Promise<void> {
  if (options.json === true)
    await io.out(
      JSON.stringify({
        from: earlier.size,
        to: later.size,
        hashes: hashes.map((hash) => Buffer.from(hash).toString('base64')),
        old: earlier.text,
        new: later.text,
      }),
    );
  io.note(`The log of ${counted(later.size, 'entry', 'entries')} holds the log of ${counted(earlier.size, 'entry', 'entries')} unchanged.`);
}

function open(text: string, verifier: NoteVerifier, what: string): Checkpoint {
  try {
    return openCheckpoint(text, verifier);
  } catch (error) {
    throw error instanceof DualwatchError ? new DualwatchError(error.code, `${what}: ${error.message}`, { cause: error }) : error;
  }
}
