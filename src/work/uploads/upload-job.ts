import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const columns = z.object({
  name: z.string().optional(),
  country: z.string().optional(),
  id: z.string().optional(),
  key: z.string().optional(),
  schema: z.string().optional(),
  birthDate: z.string().optional(),
});

const job = z.object({
  id: z.uuid(),
  /** As its sender named it; no path. */
  name: z.string(),
  by: z.string(),
  createdAt: z.string(),
  /** When it is removed. */
  expiresAt: z.string(),
  bytes: z.number(),
  asked: z.object({
    columns,
    format: z.enum(['csv', 'json']),
    threshold: z.number(),
    limit: z.number(),
    keep: z.string().nullable(),
    replace: z.boolean(),
  }),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Why it failed. */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  receipt: z.string().nullable(),
  rows: z.number(),
  hits: z.number(),
  /** Share of the file that was read, 0 to 1. */
  share: z.number(),
  /** What the run had to say, in lines. */
  notes: z.array(z.string()),
});

/** A file of customers that somebody sent, and how far screening it has come. */
export type UploadJob = Readonly<z.output<typeof job>>;
export type AskedOfUpload = UploadJob['asked'];

const FILE = 'job.json';

/** What is in the folder of a job, or undefined where it is none. */
export async function readJob(folder: string): Promise<UploadJob | undefined> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return job.parse(JSON.parse(text));
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

/** A name that is no path and no command to anybody. */
export function safeName(given: string): string {
  const name = given
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '')
    .slice(0, 80);
  return name === '' ? 'customers' : name;
}
