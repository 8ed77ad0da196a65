import { open } from 'node:fs/promises';
import { fileTrouble } from '../model/file-trouble.ts';
import type { Message, Receipt } from './channel.ts';

/** Appends an alert as one line of JSON, synced. A line that a crash left half-written is ended first, so that what follows can be read. */
export async function appendAlert({ body, to }: Pick<Message, 'body' | 'to'>): Promise<Receipt> {
  try {
    const file = await open(to.target, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      await file.appendFile(`${size > 0 && last[0] !== 0x0a ? '\n' : ''}${body}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
    return { ok: true };
  } catch (error) {
    return { ok: false, error: `${to.target} cannot be written: ${fileTrouble(error)}` };
  }
}
