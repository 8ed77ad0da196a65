import { readFile, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DualwatchError } from '../model/errors.ts';
import { fileTrouble } from '../model/file-trouble.ts';
import { openCheckpoint, type Checkpoint } from '../evidence/checkpoint.ts';
import type { LogFolder } from '../evidence/log-folder.ts';
import type { LogKey } from '../evidence/log-key.ts';
import { makeNewFile } from '../evidence/new-file.ts';
import { whileWriting } from '../evidence/write-trouble.ts';
import { signature } from '../share/webhook.ts';
import { postJson } from '../share/post-json.ts';
import { sendMail } from '../share/mail.ts';
import type { Channels } from '../share/channel.ts';

/** Whom a checkpoint is given to. */
export type CheckpointReceiver =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'webhook'; readonly url: string; readonly allowPrivate: boolean; readonly secret: string | null }
  | { readonly kind: 'mail'; readonly address: string };

/** Reads `file:<path>`, `webhook:<url>`, `mail:<address>`. Throws `usage`. */
export function checkpointReceiver(
  written: string,
  more: { readonly allowPrivate: boolean; readonly secret: string | null },
): CheckpointReceiver {
  const { kind = '', target = '' } = /^(?<kind>file|webhook|mail):(?<target>.+)$/s.exec(written)?.groups ?? {};
  if (kind === 'file') return { kind, path: resolve(target) };
  if (kind === 'mail' && /^[^\s<>@,;]+@[^\s<>@,;]+$/.test(target)) return { kind, address: target };
  if (kind === 'webhook' && /^https?:\/\//i.test(target) && URL.canParse(target)) return { kind, url: target, ...more };
  throw new DualwatchError(
    'usage',
    `"${written}" says nowhere to publish to; write file:<path>, webhook:<https address> or mail:<address>`,
  );
}

/**
 * Gives a checkpoint to somebody who can later show that the log was not rewritten. Resolves to where it went. Throws `evidence-invalid` where a file holds a
 * checkpoint that the log does not extend: it is not written over. Throws `fetch-failed`, `input-unreadable`, `config`.
 */
export async function publishCheckpoint(
  to: CheckpointReceiver,
  checkpoint: Checkpoint,
  log: { readonly key: LogKey; readonly folder: LogFolder },
  channels: Channels,
): Promise<string> {
  switch (to.kind) {
    case 'file':
      return writeToFile(to.path, checkpoint, log);
    case 'webhook': {
      const body = JSON.stringify(published(checkpoint, log.key));
      const headers = to.secret === null ? {} : { 'X-Dualwatch-Signature': signature(body, to.secret, channels.now()) };
      const receipt = await postJson(channels, { channel: 'webhook', target: to.url, allowPrivate: to.allowPrivate }, to.url, body, {
        headers,
      });
      if (!receipt.ok) throw new DualwatchError('fetch-failed', `the checkpoint was not published: ${receipt.error}`);
      return to.url;
    }
    case 'mail': {
      if (channels.mail === null)
        throw new DualwatchError('config', 'no mail server is set: mail.server and mail.from say which (docs/configuration.md)');
      const error = await sendMail(channels.mail, {
        to: to.address,
        subject: `Checkpoint of ${checkpoint.origin}: ${checkpoint.size} entries`,
        text: mailText(checkpoint, log.key),
        id: `checkpoint-${checkpoint.size}-${log.key.keyId}`,
        attachment: { name: `checkpoint-${checkpoint.size}.txt`, text: checkpoint.text },
      });
      if (error !== undefined) throw new DualwatchError('fetch-failed', `the checkpoint was not published: ${error}`);
      return to.address;
    }
  }
}

/** `root` in base64; `key` is the public key that `checkpoint`, the signed note, is checked by. */
export interface PublishedCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly key: string;
  readonly checkpoint: string;
}

/** What a receiver gets, and `log checkpoint --json` prints. */
export function published(checkpoint: Checkpoint, key: LogKey): PublishedCheckpoint {
  return {
    origin: key.name,
    size: checkpoint.size,
    root: Buffer.from(checkpoint.root).toString('base64'),
    key: key.vkey,
    checkpoint: checkpoint.text,
  };
}

async function writeToFile(
  path: string,
  checkpoint: Checkpoint,
  { key, folder }: { readonly key: LogKey; readonly folder: LogFolder },
): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() === false && !found.isDirectory())
    throw new DualwatchError('usage', `${path} is no ordinary file; name a file or a folder`);
  const file = found?.isDirectory() === true ? join(path, `checkpoint-${checkpoint.size}.txt`) : path;
  const before = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return undefined;
    throw new DualwatchError('input-unreadable', `${file} cannot be read: ${fileTrouble(cause)}`, { cause });
  });
  if (before === checkpoint.text) return file;
  if (before !== undefined) await refuseOther(file, before, { key, folder });
  await makeNewFile(file, true, (temporary) => whileWriting(file, writeFile(temporary, checkpoint.text, { flag: 'wx', flush: true })));
  return file;
}

/** A checkpoint that was given away is never lost to one that does not follow from it, and no other file is written over. */
async function refuseOther(
  file: string,
  text: string,
  { key, folder }: { readonly key: LogKey; readonly folder: LogFolder },
): Promise<void> {
  try {
    await folder.proveConsistency(openCheckpoint(text, key.verifier));
  } catch (error) {
    if (!(error instanceof DualwatchError)) throw error;
    throw new DualwatchError(
      'evidence-invalid',
      `${file} holds something that this log does not extend, and was left as it is: ${error.message}`,
      {
        cause: error,
      },
    );
  }
}

function mailText({ origin, size, text }: Checkpoint, { vkey }: LogKey): string {
  return [
    `This is the signed head of the evidence log ${origin}, of ${size} entries.`,
    'Please keep this mail. If the log is ever rewritten or cut short, the attached file shows it:',
    '"dualwatch log verify --checkpoint <file>" and "dualwatch log consistency <file>" hold the log against it.',
    '',
    `Public key: ${vkey}`,
    '',
    text,
  ].join('\n');
}
