import type { Mention, Scan } from '../model/mention.ts';
import type { Joined } from '../text/scattered.ts';

/** Brings a scan of a text whose scattered words were joined back to the offsets of the original; finds with a sign among their letters say so. */
export function unjoined<T extends Pick<Scan, 'mentions'>>(scan: T, joined: Joined, original: string): T {
  const mentions = scan.mentions.map((mention): Mention => {
    const { start, end } = joined.originalSpan(mention.start, mention.end);
    const isScattered = end - start > mention.end - mention.start;
    const moved = { ...mention, start, end, text: original.slice(start, end) };
    if (!isScattered || mention.concept === undefined) return moved;
    const note = 'disguised: signs or blanks between its letters';
    return { ...moved, note: mention.note === undefined ? note : `${mention.note}; ${note}` };
  });
  return { ...scan, mentions };
}
