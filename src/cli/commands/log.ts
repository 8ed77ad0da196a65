import type { Command } from 'commander';
import { counted } from '../../model/counted.ts';
import { isDigest } from '../../model/digest.ts';
import { asDualwatchError, DualwatchError, ERROR_KINDS } from '../../model/errors.ts';
import { systemClock } from '../../capture/clock.ts';
import { authorityStatus } from '../../work/anchors/authority-status.ts';
import type { AnchorsChecked } from '../../work/anchors/verify-anchors.ts';
import { findLog, type HomePaths } from '../../work/home.ts';
import { openLogOfHome } from '../../work/log-of-home.ts';
import { checkpointReceiver, publishCheckpoint, published } from '../../work/publish-checkpoint.ts';
import { withChannels } from '../../work/alerts/open-channels.ts';
import { readCheckpoint } from '../../work/package-trust.ts';
import { verifyFiles } from '../../work/verify-files.ts';
import { verifyHome } from '../../work/verify-home.ts';
import type { Io } from '../io.ts';
import { readSecret } from '../read-secret.ts';
import { settingsOf, withHome } from '../session.ts';
import { logConsistencyCommand } from './log-consistency.ts';

export function logCommand(program: Command, io: Io): void {
  const log = program.command('log').description('the evidence log: verify it, sign its head, prove an entry');

  log
    .command('verify')
    .description('compute everything anew from the disk: entries, rows, capture files, tiles, checkpoint')
    .option('--checkpoint <file>', 'an earlier checkpoint: shows a log that was cut short or rewritten')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nExit codes: 0 all holds, 5 something does not; the first entry that does not is named; 6 the database cannot be read: the files of log and captures are then checked without it.\nExample:\n  dualwatch log verify --checkpoint kept-last-month.txt\n',
    )
    .action(async (options: { readonly checkpoint?: string; readonly json?: boolean }, command: Command) => {
      const earlier = options.checkpoint === undefined ? undefined : await readCheckpoint(options.checkpoint);
      await withHome(command, io, { create: false }, async ({ paths, home }) => {
        const verdict = await verifyHome(home, paths, await findLog(paths), earlier, (done, total) =>
          io.progress(`checked ${done} of ${total} entries`),
        );
        if (!verdict.ok) io.endsWith(ERROR_KINDS['evidence-invalid'].exit);
        if (options.json) await io.out(JSON.stringify(verdict));
        else if (verdict.ok)
          await io.out(
            `All holds: ${counted(verdict.entries, 'entry', 'entries')}, ${counted(verdict.captures, 'capture file', 'capture files')} (${verdict.dropped} more dropped under the policy keep${verdict.forgotten === 0 ? '' : `, ${verdict.forgotten} removed by order: "show" says which and why`}), ${counted(verdict.signed, 'entry', 'entries')} under a signed checkpoint${stamped(verdict.anchors)}.`,
          );
        for (const { name, warnings, lastError } of await authorityStatus(home.store, 0, systemClock.now()))
          for (const said of [...warnings.map((warning) => `anchor ${name}: ${warning}`), ...(lastError === null ? [] : [lastError])])
            io.note(said);
        if (!verdict.ok)
          throw new DualwatchError(
            'evidence-invalid',
            `${verdict.index === null ? 'The log' : `Entry ${verdict.index}`} does not hold: ${verdict.why}`,
          );
      }).catch(async (error: unknown) => {
        if (asDualwatchError(error).code === 'store-damaged') await verifyWithoutStore(settingsOf(command, io).paths, earlier, options, io);
        throw error;
      });
    });

  log
    .command('checkpoint')
    .description('sign the head of the log and print it, with the public key to check it by; or give it away')
    .option('--publish <where>', 'file:<path>, webhook:<address> or mail:<address>; may be repeated', another)
    .option('--secret-file <file>', 'key of the signature of webhooks, as for alerts')
    .option('--allow-private', 'the address of a webhook is in a private network: opens its own host and port, nothing else')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      '\nKeep what it prints somewhere else: only an earlier checkpoint shows that a log was cut short.\nExamples:\n  dualwatch log checkpoint > kept-today.txt\n  dualwatch log checkpoint --publish mail:notary@example.org --publish file:/mnt/usb/checkpoint.txt\n',
    )
    .action(async (options: CheckpointOptions, command: Command) => {
      const secret = options.secretFile === undefined ? null : await readSecret(options.secretFile);
      const receivers = (options.publish ?? []).map((one) =>
        checkpointReceiver(one, { allowPrivate: options.allowPrivate === true, secret }),
      );
      await withHome(command, io, { create: false }, async ({ config, home }) => {
        const { key, folder, keeper } = await openLogOfHome(home, config);
        await keeper.signNow();
        const checkpoint = await folder.checkpoint();
        if (!checkpoint) throw new DualwatchError('not-found', 'The log has no entry yet: there is nothing to sign');
        if (options.json) await io.out(JSON.stringify(published(checkpoint, key)));
        else {
          io.note(`public key of this log: ${key.vkey}`);
          await io.out(checkpoint.text.trimEnd());
        }
        const failed: DualwatchError[] = [];
        await withChannels(config, async (channels) => {
          for (const receiver of receivers) {
            // One that fails keeps none of the others from having it.
            await publishCheckpoint(receiver, checkpoint, { key, folder }, channels).then(
              (where) => io.note(`published to ${where}`),
              (error: unknown) => failed.push(asDualwatchError(error)),
            );
          }
        });
        for (const error of failed.slice(1)) io.note(error.message);
        if (failed[0] !== undefined) throw failed[0];
      });
    });

  logConsistencyCommand(log, io);

  log
    .command('prove')
    .argument('<digest>', 'SHA-256 of a capture file, or of a log entry (its leaf hash)')
    .description('print a proof that the log holds an entry: it can be checked offline, with the entry and the public key')
    .option('--json', 'one object')
    .addHelpText('after', '\nThe proof has the form c2sp.org/tlog-proof@v1.\nExample:\n  dualwatch log prove 3f1c… > capture.tlog-proof\n')
    .action(async (text: string, options: { readonly json?: boolean }, command: Command) => {
      const digest = text.toLowerCase();
      if (!isDigest(digest))
        throw new DualwatchError(
          'usage',
          `"${text}" is no SHA-256: 64 hexadecimal digits are expected; "dualwatch show <id> --json" gives those of captures`,
        );
      await withHome(command, io, { create: false }, async ({ paths, config, home }) => {
        const index = await home.store.findLogIndex(digest);
        if (index === undefined) throw new DualwatchError('not-found', `The log of ${paths.home} has no entry for ${digest}`);
        const { key, folder, keeper } = await openLogOfHome(home, config);
        await keeper.signNow();
        const proof = await folder.proveInclusion(index);
        const [entry] = await home.store.readLog(index, index + 1);
        if (options.json) {
          await io.out(JSON.stringify({ digest, index, entry: Buffer.from(entry?.bytes ?? []).toString('utf8'), proof, key: key.vkey }));
          return;
        }
        io.note(`entry ${index}: ${Buffer.from(entry?.bytes ?? []).toString('utf8')}`);
        io.note(`public key of this log: ${key.vkey}`);
        await io.out(proof.trimEnd());
      });
    });
}

/** What holds although the database cannot be read. Throws `evidence-invalid` where something does not. */
async function verifyWithoutStore(
  paths: HomePaths,
  earlier: string | undefined,
  options: { readonly json?: boolean },
  io: Io,
): Promise<void> {
  const verdict = await verifyFiles(paths, await findLog(paths), earlier, (done, total) =>
    io.progress(`checked ${done} of ${total} entries`),
  );
  if (options.json) await io.out(JSON.stringify({ database: false, ...verdict }));
  if (!verdict.ok)
    throw new DualwatchError(
      'evidence-invalid',
      `The database cannot be read, and ${verdict.index === null ? 'the log' : `entry ${verdict.index}`} does not hold: ${verdict.why}`,
    );
  const missing =
    verdict.firstMissing === null
      ? ''
      : ` Missing: ${counted(verdict.missing, 'signed capture file', 'signed capture files')}, the first ${verdict.firstMissing.file} (entry ${verdict.firstMissing.index}): lost, or dropped or removed by order after that checkpoint, which only the database can tell.`;
  if (!options.json)
    await io.out(
      `Without the database, the files hold: ${counted(verdict.signed, 'entry', 'entries')} under a signed checkpoint, ${counted(verdict.captures, 'capture file', 'capture files')} (${verdict.dropped} more dropped under the policy keep, ${verdict.forgotten} removed by order).${missing} What is shown of them is not checked.`,
    );
}

function stamped({ count, trusted, newestAt }: AnchorsChecked): string {
  if (newestAt === null) return ', none of them stamped by an authority';
  const untrusted = count - trusted;
  return `, ${counted(count, 'time-stamp', 'time-stamps')} over its checkpoints, the newest of ${newestAt}${untrusted === 0 ? '' : ` (${untrusted} by authorities without --ca: who they are is not checked)`}`;
}

interface CheckpointOptions {
  readonly publish?: readonly string[];
  readonly secretFile?: string;
  readonly allowPrivate?: boolean;
  readonly json?: boolean;
}

function another(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
