import { soundCodesOf } from '../../src/screen/name/sound-codes.ts';

/** May the one be how another script spells the other by sound? Of skeletons: two of three classes of consonants are the same, in the same order. */
export function soundsAlike(a: string, b: string): boolean {
  const [x, y] = [soundsOf(a), soundsOf(b)];
  return commonLength(x, y) >= SHARE * Math.max(x.length, y.length);
}

/** Is the first class of consonants the same? Of skeletons. */
export function beginsAlike(a: string, b: string): boolean {
  return soundsOf(a).charAt(0) === soundsOf(b).charAt(0);
}

const SHARE = 0.66;

/** Classes of consonants, without r and l but at the beginning: Chinese and Japanese drop them. Short words are as if they stood twice, since of less than three sounds there is no code. */
function soundsOf(key: string): string {
  return soundCodesOf(`${key}${key}`).at(-1) ?? '';
}

/** Length of the longest common subsequence. */
function commonLength(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j += 1) next.push(x === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}
