import type { StoredReading } from '../../model/notice.ts';
import { maskReading } from '../../recognise/parties/mask-parties.ts';
import { openTradeFinder } from '../trade-finder.ts';

/** What of a reading goes out: title and text, without private persons and ways to reach them unless `reveal`. Goods of `mentions` are no persons. */
export function shownReading(
  { reading, mentions }: Pick<StoredReading, 'reading' | 'mentions'>,
  reveal: boolean,
): { readonly title: string | null; readonly text: string } {
  const { title, text, fields } = reading;
  if (reveal) return { title, text };
  const goods = mentions.filter(({ kind }) => kind === 'good');
  const masked = maskReading({ text, mentions, fields: { '': title ?? '' }, trade: openTradeFinder().find(text, fields, goods) });
  // A text begins with its title; masking keeps lengths.
  const shownTitle = title !== null && text.startsWith(title) ? masked.text.slice(0, title.length) : (masked.fields[''] ?? null);
  return { title: title === null ? null : shownTitle, text: masked.text };
}
