/** Sum of all words of a file from byte `from` on: tells bytes that the disk or a copy changed; no guard against anybody who means to. `bytes` and `from` begin at a multiple of four. */
export function checksum(bytes: Uint8Array, from: number): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  const prime = 0x01000193;
  let [a, b, c, d] = [bytes.length, 1, 2, 3];
  // Four sums side by side are four times as fast. Each step can be undone: one word that is another always shows.
  let at = from / 4;
  for (; at + 3 < words.length; at += 4) {
    a = Math.imul(a ^ words[at]!, prime);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b ^ words[at + 1]!, prime);
    b = (b << 13) | (b >>> 19);
    c = Math.imul(c ^ words[at + 2]!, prime);
    c = (c << 13) | (c >>> 19);
    d = Math.imul(d ^ words[at + 3]!, prime);
    d = (d << 13) | (d >>> 19);
  }
  let sum = a;
  for (const lane of [b, c, d]) sum = Math.imul(sum, prime) ^ lane;
  for (; at < words.length; at += 1) sum = Math.imul(sum ^ words[at]!, prime);
  return sum >>> 0;
}
