import { pathToFileURL } from 'node:url';

/** Sites by somebody who had not seen the rules. */
export interface Writer {
  readonly name: string;
  readonly file: URL;
  /** True of a site whose answers were never read, only scored. */
  readonly isHeldOut: (id: string) => boolean;
}

const FOLDER = new URL('../../test/fixtures/removals/', import.meta.url);

/** What the rules missed of the first was read since, and mended for; of the others, on even lines only. */
export const WRITERS: readonly Writer[] = [
  { name: 'the first writer, whose misses were read since', file: new URL('behaviours.jsonl', FOLDER), isHeldOut: () => false },
  ...['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'].map((one) => ({
    name: `the ${one} writer, whose misses on even lines were read since`,
    file: new URL(`${one}-writer.jsonl`, FOLDER),
    isHeldOut: isOdd,
  })),
];

/** The writer of a file: nothing of a file that is none of these is held out. */
export function writerOf(file: string): Writer {
  const url = pathToFileURL(file);
  return WRITERS.find((one) => one.file.href === url.href) ?? { name: file, file: url, isHeldOut: () => false };
}

function isOdd(id: string): boolean {
  return Number(id.replace(/\D/g, '')) % 2 === 1;
}
