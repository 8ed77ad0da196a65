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
export const FIRST_WRITER: Writer = {
  name: 'the first writer, whose misses were read since',
  file: new URL('behaviours.jsonl', FOLDER),
  isHeldOut: () => false,
};
export const SECOND_WRITER: Writer = {
  name: 'the second writer, whose misses on even lines were read since',
  file: new URL('second-writer.jsonl', FOLDER),
  isHeldOut: isOdd,
};
export const THIRD_WRITER: Writer = {
  name: 'the third writer, whose misses on even lines were read since',
  file: new URL('third-writer.jsonl', FOLDER),
  isHeldOut: isOdd,
};
export const FOURTH_WRITER: Writer = {
  name: 'the fourth writer, whose misses on even lines were read since',
  file: new URL('fourth-writer.jsonl', FOLDER),
  isHeldOut: isOdd,
};
export const FIFTH_WRITER: Writer = {
  name: 'the fifth writer, whose misses on even lines were read since',
  file: new URL('fifth-writer.jsonl', FOLDER),
  isHeldOut: isOdd,
};
export const SIXTH_WRITER: Writer = {
  name: 'the sixth writer, whose misses on even lines were read since',
  file: new URL('sixth-writer.jsonl', FOLDER),
  isHeldOut: isOdd,
};
export const SEVENTH_WRITER: Writer = {
  name: 'the seventh writer, whose misses on even lines were read since',
  file: new URL('seventh-writer.jsonl', FOLDER),
  isHeldOut: isOdd,
};
export const WRITERS: readonly Writer[] = [
  FIRST_WRITER,
  SECOND_WRITER,
  THIRD_WRITER,
  FOURTH_WRITER,
  FIFTH_WRITER,
  SIXTH_WRITER,
  SEVENTH_WRITER,
];

/** The writer of a file: nothing of a file that is none of these is held out. */
export function writerOf(file: string): Writer {
  const url = pathToFileURL(file);
  return WRITERS.find((one) => one.file.href === url.href) ?? { name: file, file: url, isHeldOut: () => false };
}

function isOdd(id: string): boolean {
  return Number(id.replace(/\D/g, '')) % 2 === 1;
}
