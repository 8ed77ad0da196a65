const HEAD_BYTES = 65_536;

/** The first lines of a file, for those who look what it is. No letter of UTF-8 is cut in two: with half a letter it would pass for another encoding. */
export function headOf(bytes: Uint8Array): Uint8Array {
  let end = Math.min(bytes.length, HEAD_BYTES);
  const least = end - 3;
  while (end > least && end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
