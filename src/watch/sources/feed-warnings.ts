import { counted } from '../../model/counted.ts';
import { maskLine } from '../../recognise/mask-contacts.ts';
import type { FeedContents } from './feed-item.ts';

type Read = Pick<FeedContents, 'withoutAddress' | 'firstWithoutAddress' | 'truncated' | 'cutIn'>;

/** What of a feed does not become notices, in words for people: entries without an address that can be visited, and what follows its break. Contacts are masked. Pure. */
export function feedWarnings({ withoutAddress, firstWithoutAddress, truncated, cutIn }: Read): readonly string[] {
  const warnings: string[] = [];
  if (withoutAddress > 0)
    warnings.push(
      `${counted(withoutAddress, 'entry has', 'entries have')} no http(s) address and ${withoutAddress === 1 ? 'is' : 'are'} not followed${named(', the first', firstWithoutAddress)}`,
    );
  if (truncated)
    warnings.push(`the feed breaks off, or is longer than is read; what is not whole is not followed${named(', from', cutIn)}`);
  return warnings;
}

function named(before: string, title: string | null): string {
  const shown = maskLine(title);
  return shown === null || shown === '' ? '' : `${before}: "${shown.length > 120 ? `${shown.slice(0, 119)}…` : shown}"`;
}
