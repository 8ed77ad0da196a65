import { DualwatchError } from './errors.ts';

const UNITS: readonly (readonly [string, number])[] = [
  ['GB', 2 ** 30],
  ['MB', 2 ** 20],
  ['KB', 2 ** 10],
  ['B', 1],
];

/** `64MB`, `32 KB`, `1.5GB`, `900B` → bytes; 1 KB is 1,024 bytes. Throws `usage` for anything else. */
export function parseByteSize(text: string): number {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)\s?(GB|MB|KB|B)$/i.exec(text.trim());
  const unit = UNITS.find(([name]) => name === match?.[2]?.toUpperCase())?.[1];
  if (!match || unit === undefined)
    throw new DualwatchError('usage', `"${text}" is no size; write a number and a unit, as in 64MB, 32KB or 1.5GB`);
  return Math.round(Number(match[1]) * unit);
}

/** The largest unit that gives a number of at least 1, with one decimal where it is needed: `64MB`, `1.5GB`. */
export function formatByteSize(bytes: number): string {
  const [name, unit] = UNITS.find(([, size]) => bytes >= size) ?? ['B', 1];
  return `${Number((bytes / unit).toFixed(1))}${name}`;
}
