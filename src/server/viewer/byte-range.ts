/** A part of a file, both ends in it. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The one range that a request asks for (RFC 9110 §14.1.2), cut to the file; undefined where it asks for the whole or in another way, null where nothing of it is there. */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return to === '0' || size === 0 ? null : { start: Math.max(0, size - Number(to)), end: size - 1 };
  const [start, end] = [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
  if (to !== '' && Number(to) < start) return undefined;
  return start >= size ? null : { start, end };
}
