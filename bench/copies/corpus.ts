import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

/** Notices made by the generator of `peers/copies`; texts stay on the disk. */
export interface Corpus {
  readonly size: number;
  /** Reads the notices in order, once. */
  each(take: (id: number, text: string) => void): void;
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

/** Bytes of the file that are held at a time. */
const CHUNK = 1 << 22;

export function openCorpus(folder: string, size: number): Corpus {
  const file = join(folder, 'corpus.jsonl');
  const handle = openSync(file, 'r');
  const ends = new Float64Array(size + 1);
  return {
    size,
    each(take) {
      const bytes = Buffer.alloc(CHUNK);
      let count = 0;
      let held = 0;
      for (let at = 0; count < size;) {
        const read = readSync(handle, bytes, held, bytes.length - held, at + held);
        if (read === 0) break;
        const filled = held + read;
        let start = 0;
        for (let end = bytes.indexOf(0x0a); end !== -1 && end < filled && count < size; end = bytes.indexOf(0x0a, start)) {
          const { id, text } = JSON.parse(bytes.toString('utf8', start, end)) as { readonly id: number; readonly text: string };
          start = end + 1;
          count += 1;
          ends[count] = at + start;
          take(id, text);
        }
        if (start === 0) throw new Error(`a line of ${file} is longer than ${CHUNK} bytes`);
        bytes.copyWithin(0, start, filled);
        held = filled - start;
        at += start;
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
