import type { ResultOutput } from './resumable-output.ts';

/** Results to stdout as they come: nothing to go on with. */
export async function openStreamOutput(write: (text: string) => Promise<void>, head: string): Promise<ResultOutput> {
  if (head !== '') await write(head);
  return {
    resumed: null,
    resumable: false,
    write: async (text) => {
      if (text !== '') await write(text);
    },
    keep: async () => undefined,
    finish: async () => undefined,
    close: async () => undefined,
  };
}
