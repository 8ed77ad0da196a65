import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Analysis } from '../../model/analysis.ts';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import { fileTrouble } from '../../model/file-trouble.ts';
import type { PageReading } from '../../model/reading.ts';
import { openReader } from '../../work/knowledge.ts';
import { answerScanner, type AnswerScanner } from '../../work/shown/scan-text.ts';
import { analysisLines, untoldLines } from '../analysis-lines.ts';
import type { Io } from '../io.ts';
import { terminalLine } from '../terminal-text.ts';
import { REVEALED, tradeLines } from '../trade-lines.ts';
import { MOST_BYTES, readInput, refuseBinary, reportFailure } from './read.ts';

interface Options {
  readonly jsonl?: string;
  readonly json?: boolean;
  readonly reveal?: boolean;
  readonly explain?: boolean;
}

export function scanCommand(program: Command, io: Io): void {
  program
    .command('scan')
    .argument('[file...]', 'texts or saved pages; - for standard input')
    .description('name goods, trade names, places, codes and intents in any text (keeps nothing)')
    .option('--jsonl <file>', 'lines {"id":…,"text":…}, answered in their order; - for standard input')
    .option('--json', 'one object a line')
    .option(
      '--explain',
      'which controls may apply, red flags, what was not counted and why; with --jsonl also red flags that were looked for and are absent',
    )
    .option(
      '--reveal',
      'show names of contact persons, telephone numbers, mail addresses and messengers, which are masked otherwise; says so on stderr',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  dualwatch scan letter.html -\n  dualwatch scan tender.html --explain\n  dualwatch scan --jsonl notices.jsonl > mentions.jsonl\n',
    )
    .action(async (files: readonly string[], options: Options) => {
      if ((files.length === 0) === (options.jsonl === undefined))
        throw new DualwatchError('usage', 'Name files to scan (- for standard input), or give --jsonl <file>');
      const scanner = answerScanner(options.reveal === true);
      if (options.reveal === true) io.note(REVEALED);
      if (options.jsonl !== undefined) await scanLines(options.jsonl, options.explain === true, scanner, io);
      else await scanFiles(files, options, scanner, io);
    });
}

async function scanFiles(
  files: readonly string[],
  { json = false, explain = false }: Options,
  scanner: AnswerScanner,
  io: Io,
): Promise<void> {
  let failed = 0;
  for (const file of files) {
    try {
      const { text, fields } = readingOf(await readInput(file, io), file);
      const scan = scanner.scan(text, fields);
      if (json) await io.out(JSON.stringify({ input: file, ...scan }));
      else await print(file, scan, explain, io);
    } catch (error) {
      failed += 1;
      await reportFailure(file, asDualwatchError(error, 'input-unreadable'), json, io);
    }
  }
  if (failed > 0)
    throw new DualwatchError(
      'input-unreadable',
      `${failed} of ${files.length} could not be read${failed < files.length ? '; the rest was' : ''}`,
    );
}

/** Plain text as it is (in whatever encoding), a page by what it says. Throws `input-malformed` for what is neither. */
function readingOf(bytes: Uint8Array, file: string): Pick<PageReading, 'text' | 'fields'> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const html = /<(?:!doctype|html|head|body|div|p|table|meta)\b/i.test(head) || /\.x?html?$/i.test(file);
  const reading = openReaderOnce().read({
    bytes,
    url: 'about:blank',
    contentType: html ? 'text/html' : 'text/plain',
    mostBytes: MOST_BYTES,
  });
  refuseBinary(reading, bytes, file);
  return reading;
}

let reader: ReturnType<typeof openReader> | undefined;
const openReaderOnce = (): ReturnType<typeof openReader> => (reader ??= openReader());

const id = z.union([z.string(), z.number()]);
const line = z.object({ id, text: z.string() });
/** What begins a file that some editors write; it is no part of the first line. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** A line that is wrong is answered with its error in its place, under its own id where it has one; the rest goes on. */
async function scanLines(file: string, explain: boolean, scanner: AnswerScanner, io: Io): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  let failed = 0;
  try {
    for await (const raw of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (raw.trim() === '') continue;
      const parsed = parseLine(number === 1 ? raw.replace(BYTE_ORDER_MARK, '') : raw, number);
      if ('error' in parsed) {
        failed += 1;
        const { code, message } = parsed.error;
        await io.out(
          JSON.stringify({ ...(parsed.id !== undefined && { id: parsed.id }), input: `${file}:${number}`, error: { code, message } }),
        );
      } else {
        const scan = scanner.scan(parsed.text);
        await io.out(JSON.stringify({ id: parsed.id, ...(explain ? scan : withoutAbsent(scan)) }));
      }
      if (number % 1000 === 0) io.progress(`scanned ${number} lines`);
    }
  } catch (cause) {
    throw new DualwatchError('input-unreadable', `${file} cannot be read beyond line ${number}: ${fileTrouble(cause)}`, { cause });
  }
  if (failed > 0) throw new DualwatchError('input-malformed', `${failed} of ${number} lines could not be read; the rest was answered`);
}

type Line = z.infer<typeof line> | { readonly id?: string | number | undefined; readonly error: DualwatchError };

function parseLine(raw: string, number: number): Line {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return { error: new DualwatchError('input-malformed', `line ${number} is no JSON`) };
  }
  const parsed = line.safeParse(value);
  if (parsed.success) return parsed.data;
  const own = z.object({ id }).safeParse(value);
  return { id: own.data?.id, error: new DualwatchError('input-malformed', `line ${number}: expected {"id":…,"text":"…"}`) };
}

/** Red flags that were looked for and not found are most of an answer: they are for whoever asks to have it explained. */
function withoutAbsent(scan: Analysis): Analysis {
  return { ...scan, findings: scan.findings.filter(({ status }) => status !== 'absent') };
}

async function print(input: string, scan: Analysis, explain: boolean, io: Io): Promise<void> {
  await io.out(
    `${terminalLine(input)}: ${scan.goods.length > 0 ? scan.goods.join(', ') : 'no goods'}   (${scan.lang}, recipe ${scan.recipe})`,
  );
  if (explain) {
    for (const text of analysisLines(scan)) await io.out(`  ${text}`);
    for (const text of tradeLines(scan)) await io.out(`    ${text}`);
    return;
  }
  for (const text of untoldLines(scan)) await io.out(`  ${text}`);
  for (const mention of scan.mentions) {
    const counted = mention.kind !== 'good' || mention.role === undefined || mention.role === 'goods' ? ' ' : '–';
    const what = mention.concept ?? mention.id ?? '';
    await io.out(
      `  ${counted} ${mention.kind.padEnd(10)}${what.padEnd(22)}“${terminalLine(mention.text)}” at ${mention.start}${mention.role && mention.role !== 'goods' ? `  (${mention.role})` : ''}${mention.note ? `  ${terminalLine(mention.note)}` : ''}`,
    );
  }
  for (const text of tradeLines(scan)) await io.out(`    ${text}`);
}
