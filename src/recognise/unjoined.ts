import type { Mention, Scan } from '../model/mention.ts';
import type { Joined } from '../text/scattered.ts';

/** Brings a scan of a text whose scattered words were joined back to the offsets of the original; finds in such words say so. */
export function unjoined<T extends Pick<Scan, 'mentions'>>(scan: T, joined: Joined, original: string): T {
  let at = 0;
  const mentions = scan.mentions.map((mention): Mention => {
    const { start, end } = joined.originalSpan(mention.start, mention.end);
    while (at < joined.scattered.length && (joined.scattered[at]?.end ?? 0) <= start) at += 1;
    const isScattered = (joined.scattered[at]?.start ?? end) < end;
    const moved = { ...mention, start, end, text: original.slice(start, end) };
    if (!isScattered || mention.concept === undefined) return moved;
    const note = 'disguised: signs or blanks between its letters';
    return { ...moved, note: mention.note === undefined ? note : `${mention.note}; ${note}` };
  });
  return { ...scan, mentions };
}
