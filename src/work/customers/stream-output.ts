import { createHash } from 'node:crypto';
import type { Digest } from '../../model/digest.ts';
import type { ResultOutput } from './resumable-output.ts';

/** Results to stdout as they come: nothing to go on with. */
export async function openStreamOutput(write: (text: string) => Promise<void>, head: string): Promise<ResultOutput> {
  const hash = createHash('sha256');
  const put = async (text: string): Promise<void> => {
    if (text === '') return;
    hash.update(text);
    await write(text);
  };
  await put(head);
  return {
    resumed: null,
    resumable: false,
    write: put,
    digest: () => hash.copy().digest('hex') as Digest,
    keep: async () => undefined,
    finish: async () => undefined,
    close: async () => undefined,
  };
}
