import { closeSync, createReadStream, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Notices made by the generator of `peers/copies`; texts stay on the disk. */
export interface Corpus {
  readonly size: number;
  /** Reads the notices in order, once. */
  each(take: (id: number, text: string) => void): Promise<void>;
  /** One that was read before. */
  text(id: number): string;
  close(): void;
}

export type PlantedKind = 'verbatim' | 'edited' | 'partial' | 'twin';

export interface Planted {
  readonly id: number;
  readonly of: number;
  readonly kind: PlantedKind;
}

export function openCorpus(folder: string, size: number): Corpus {
  const file = join(folder, 'corpus.jsonl');
  const handle = openSync(file, 'r');
  const ends = new Float64Array(size + 1);
  return {
    size,
    async each(take) {
      let count = 0;
      let end = 0;
      for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: 1 << 20 }), crlfDelay: Infinity })) {
        if (count === size) break;
        end += Buffer.byteLength(line) + 1;
        ends[count + 1] = end;
        const { id, text } = JSON.parse(line) as { readonly id: number; readonly text: string };
        take(id, text);
        count += 1;
      }
    },
    text(id) {
      const [start = 0, end = 0] = ends.subarray(id, id + 2);
      const bytes = Buffer.alloc(end - start);
      readSync(handle, bytes, 0, bytes.length, start);
      return (JSON.parse(bytes.toString('utf8')) as { readonly text: string }).text;
    },
    close: () => closeSync(handle),
  };
}

/** What was planted among the first `size` notices. */
export function plantedIn(folder: string, size: number): readonly Planted[] {
  return readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Planted)
    .filter(({ id }) => id < size);
}
