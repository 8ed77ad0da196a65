import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Columns of a file, by what they hold. */
export const columnsByRole = z.object({
  name: z.string().optional(),
  country: z.string().optional(),
  id: z.string().optional(),
  key: z.string().optional(),
  schema: z.string().optional(),
  birthDate: z.string().optional(),
});

/** A job as it is kept and as the API shows it. */
export const uploadJob = z.object({
  id: z.uuid(),
  name: z.string().describe('as its sender named it; no path'),
  by: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().describe('when it is removed'),
  bytes: z.number().int(),
  asked: z.object({
    columns: columnsByRole,
    format: z.enum(['csv', 'json']),
    threshold: z.number(),
    limit: z.number().int(),
    keep: z.string().nullable(),
    replace: z.boolean(),
  }),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  error: z.object({ code: z.string(), message: z.string() }).nullable().describe('why it failed'),
  receipt: z.string().nullable().describe('id of the receipt, once it is done'),
  rows: z.number().int(),
  hits: z.number().int(),
  share: z.number().describe('of the file that was read, 0 to 1'),
  notes: z.array(z.string()).describe('what the run had to say, in lines'),
});

/** A file of customers that somebody sent, and how far screening it has come. */
export type UploadJob = Readonly<z.output<typeof uploadJob>>;
export type AskedOfUpload = UploadJob['asked'];

const FILE = 'job.json';

/** What is in the folder of a job, or undefined where it is none. */
export async function readJob(folder: string): Promise<UploadJob | undefined> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return uploadJob.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Whole or not at all. */
export async function writeJob(folder: string, one: UploadJob): Promise<void> {
  const draft = join(folder, `${FILE}.draft`);
  await writeFile(draft, JSON.stringify(one), { mode: 0o600 });
  await rename(draft, join(folder, FILE));
}

/** Where the file as it was sent lies. */
export function sentFile(folder: string, { name }: Pick<UploadJob, 'name'>): string {
  return join(folder, 'sent', name);
}

export function resultsFile(folder: string, { asked }: Pick<UploadJob, 'asked'>): string {
  return join(folder, asked.format === 'csv' ? 'results.csv' : 'results.jsonl');
}

/** A name of a file that is no path and no command to anybody; `otherwise` where nothing is left of it. */
export function safeName(given: string, otherwise = 'customers'): string {
  const name = given
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '')
    .slice(0, 80);
  return name === '' ? otherwise : name;
}
