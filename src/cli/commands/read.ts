import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { asDualwatchError, DualwatchError, type ErrorCode } from '../../model/errors.ts';
import { formatByteSize } from '../../model/byte-size.ts';
import { fileTrouble } from '../../model/file-trouble.ts';
import type { PageReading } from '../../model/reading.ts';
import { unreadWords } from '../../read/documents/document-text.ts';
import { BINARY_READER } from '../../read/read-other.ts';
import { binaryKind } from '../../text/file-kind.ts';
import { openReader } from '../../work/knowledge.ts';
import type { Io } from '../io.ts';
import { terminalLine, terminalText } from '../terminal-text.ts';
import { wholeNumber } from './notices.ts';

interface Options {
  readonly url?: string;
  readonly status?: string;
  readonly header?: readonly string[];
  readonly json?: boolean;
}

/** Larger files are refused: no page of a publisher comes near. Others are read whole. */
export const MOST_BYTES = 128 * 1024 * 1024;

export function readCommand(program: Command, io: Io): void {
  program
    .command('read')
    .argument('<file...>', 'saved pages; - for standard input')
    .description('say what a saved page says and which state it shows (keeps nothing)')
    .option('--url <address>', 'address it was saved from: relative links, and the site, follow from it')
    .option('--status <code>', 'HTTP status it came with (default: 200)')
    .option('--header <line...>', 'header it came with, as in "content-type: text/html; charset=gb18030"')
    .option('--json', 'one object a line')
    .addHelpText('after', '\nExample:\n  dualwatch read page.html --url https://mp.weixin.qq.com/s/… --json\n')
    .action(async (files: readonly string[], options: Options) => {
      const reader = openReader();
      let failed: DualwatchError | undefined;
      for (const file of files) {
        try {
          const bytes = await readInput(file, io);
          const reading = reader.read({
            bytes,
            url: options.url ?? 'about:blank',
            status: options.status === undefined ? 200 : wholeNumber(options.status),
            contentType: headerValue(options.header ?? [], 'content-type'),
            mostBytes: MOST_BYTES,
          });
          refuseBinary(reading, bytes, file);
          await (options.json ? io.out(JSON.stringify(asLine(file, options.url ?? null, reading))) : print(file, reading, io));
        } catch (error) {
          failed = asDualwatchError(error, 'input-unreadable');
          if (failed.code === 'usage') throw failed;
          await reportFailure(file, failed, options.json === true, io);
        }
      }
      if (failed)
        throw failed.code === 'internal'
          ? failed
          : new DualwatchError(failed.code, `Some of the input could not be read: see above`, { cause: failed });
    });
}

/** One line of `read --json`. */
function asLine(input: string, url: string | null, reading: PageReading): object {
  const { state, removalKind, reason, site, bodyBySite: _, ...said } = reading;
  const removal = removalKind === null ? {} : { removal: { kind: removalKind } };
  return { input, url, state, ...removal, reason, ...(site === null ? {} : { site }), ...said };
}

async function print(input: string, reading: PageReading, io: Io): Promise<void> {
  const removal = reading.removalKind === null ? '' : ` by ${reading.removalKind}`;
  await io.out(
    `${terminalLine(input)}: ${reading.state}${removal}${reading.reason === null ? '' : ` (${reading.reason})`}   read by ${reading.reader}, ${reading.charset}`,
  );
  for (const [name, value] of [
    ['title', reading.title],
    ['publisher', reading.publisher],
    ['author', reading.author],
    ['published', reading.publishedAt],
  ] as const) {
    if (value !== null) await io.out(`  ${name.padEnd(10)}${terminalLine(value)}`);
  }
  for (const item of reading.items ?? [])
    await io.out(`  item  ${item.date ?? '          '}  ${terminalLine(item.title)}  ${terminalLine(item.url)}`);
  if (reading.items === undefined && reading.text !== '') await io.out(`\n${terminalText(reading.text)}\n`);
}

/** Throws `input-malformed` for what is no text: that nothing is found in it would be a false comfort. */
export function refuseBinary({ reader, fields }: Pick<PageReading, 'reader' | 'fields'>, bytes: Uint8Array, file: string): void {
  const unread = unreadWords(fields['unread']);
  if (reader === BINARY_READER)
    throw new DualwatchError(
      'input-malformed',
      unread === undefined
        ? `${file} is ${binaryKind(bytes) ?? 'binary data'} and no text; save or export it as text or as a web page`
        : `nothing of ${file} is read: ${unread}; save or export it as text or as a web page`,
    );
}

/** Bytes of a file or of standard input (`-`). Throws `input-unreadable` or `input-too-large`. */
export async function readInput(file: string, io: Io): Promise<Uint8Array> {
  const refuseLarge = (size: number): void => {
    if (size > MOST_BYTES)
      throw new DualwatchError(
        'input-too-large',
        `${file} has ${formatByteSize(size)}; at most ${formatByteSize(MOST_BYTES)} are read at once`,
      );
  };
  if (file === '-') {
    const bytes = await io.readStdin();
    refuseLarge(bytes.length);
    return bytes;
  }
  try {
    refuseLarge((await stat(file)).size);
    return await readFile(file);
  } catch (error) {
    if (error instanceof DualwatchError) throw error;
    throw new DualwatchError('input-unreadable', `${file} cannot be read: ${fileTrouble(error)}`, { cause: error });
  }
}

/** As a line of JSON on stdout, else as a line for people on stderr. */
export async function reportFailure(input: string, error: DualwatchError, json: boolean, io: Io): Promise<void> {
  const { code, message }: { code: ErrorCode; message: string } = error;
  if (json) await io.out(JSON.stringify({ input, error: { code, message } }));
  else io.note(terminalLine(message));
}

function headerValue(lines: readonly string[], wanted: string): string | null {
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) throw new DualwatchError('usage', `"${line}" is no header; write it as in "content-type: text/html; charset=gb18030"`);
    if (line.slice(0, colon).trim().toLowerCase() === wanted) return line.slice(colon + 1).trim();
  }
  return null;
}
