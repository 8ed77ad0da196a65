import { hashOf } from '../index/deletions.ts';
import { taggedTable, valueBits } from '../index/tagged-table.ts';
import { skeleton } from './skeleton.ts';

/** Names by their forms' skeletons. Four arrays in place of a map: there are hundreds of thousands of forms, and few are ever asked for. Plain data. */
export interface FormTable {
  /** Skeletons of each name's forms, in ASCII, with blanks between. */
  readonly text: Uint8Array;
  /** Where the text of each name begins, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Names by the hash of each form, as `taggedTable` makes them. */
  readonly buckets: Uint32Array;
  readonly entries: Uint32Array;
}

/** `names`: forms of each as Latin letters spell them. Those that are one word by their skeletons stand once. */
export function formTable(names: readonly (readonly string[])[]): FormTable {
  const keys = names.map((forms) => eachOnce(forms.map(skeleton)));
  const starts = new Uint32Array(keys.length + 1);
  for (const [n, forms] of keys.entries()) starts[n + 1] = starts[n]! + forms.reduce((sum, { length }) => sum + length + 1, -1);
  const text = new TextEncoder().encode(keys.map((forms) => forms.join(' ')).join(''));
  const table = taggedTable(keys.length, (visit) => {
    for (const [n, forms] of keys.entries()) for (const form of forms) visit(hashOf(form), n);
  });
  return { text, starts, ...table };
}

/** Skeletons of what a name with this skeleton is in other languages and scripts, each once. */
export function otherForms({ text, starts, buckets, entries }: FormTable, key: string): readonly string[] {
  const hash = hashOf(key);
  const low = valueBits(starts.length - 1);
  const bucket = hash & (buckets.length - 2);
  const others = new Set<string>();
  for (let at = buckets[bucket]!; at < buckets[bucket + 1]!; at += 1) {
    const entry = entries[at]!;
    if (((entry ^ hash) & ~low) !== 0) continue;
    const name = entry & low;
    const forms = String.fromCharCode(...text.subarray(starts[name], starts[name + 1])).split(' ');
    if (forms.includes(key)) for (const form of forms) if (form !== key) others.add(form);
  }
  return [...others];
}

function eachOnce(words: readonly string[]): readonly string[] {
  return words.filter((word, n) => words.indexOf(word) === n);
}
