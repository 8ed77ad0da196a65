import { jointsIn } from '../score/encoded-name.ts';

/** Appends the encoded name at `data[offset]` to `out`, its units numbered anew. */
export function copyName(data: Uint32Array, offset: number, renumber: (unit: number) => number, out: number[]): void {
  const head = data[offset]!;
  let at = offset + 1;
  out.push(head);
  for (let part = 0; part < (head & 0xff); part += 1) {
    const keys = (data[at]! >>> 4) & 0xf;
    out.push(data[at]!);
    for (let k = 1; k <= keys; k += 1) out.push(renumber(data[at + k]!));
    at += 1 + keys;
  }
  for (let joint = 0; joint < jointsIn(head); joint += 1, at += 2) out.push(data[at]!, renumber(data[at + 1]!));
}
