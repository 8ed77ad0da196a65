import type { TextMatch } from '../../model/match.ts';
import type { Notice } from '../../model/notice.ts';
import type { Trade } from '../../model/trade-party.ts';
import { maskLine } from '../mask-contacts.ts';
import { maskReading } from './mask-parties.ts';

const NOBODY: Trade = { parties: [], terms: [] };

/** A notice as it is shown unless somebody asks for more: no telephone number, mail address or private person of its `trade` in its title or publisher. */
export function maskedNotice(notice: Notice, trade: Trade = NOBODY): Notice {
  const masked = (line: string | null): string | null =>
    line === null ? null : (maskReading({ text: '', mentions: [], fields: { '': line }, trade }).fields[''] ?? null);
  return { ...notice, title: masked(notice.title), publisher: masked(notice.publisher) };
}

/** A match of a notice, as {@link maskedNotice}: the value of a field may hold more than a name. */
export function maskedMatch<Kind extends Pick<TextMatch, 'text'>>(match: Kind): Kind {
  return { ...match, text: maskLine(match.text) ?? '' };
}
