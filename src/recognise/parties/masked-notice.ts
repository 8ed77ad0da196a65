import type { TextMatch } from '../../model/match.ts';
import type { Notice } from '../../model/notice.ts';
import type { TradeParty } from '../../model/trade-party.ts';
import { maskLine } from '../mask-contacts.ts';
import { maskNames, privateNames } from './mask-parties.ts';

/**
 * A notice as it is shown unless somebody asks for more: no telephone number, mail address or private person in its title or publisher. Persons are those that its
 * reading gave away, and those among `parties`.
 */
export function maskedNotice({ persons = [], ...notice }: Notice, parties: readonly TradeParty[] = []): Notice {
  const names = [...persons, ...privateNames(parties)];
  const masked = (line: string | null): string | null => maskedLine(line, names);
  return { ...notice, title: masked(notice.title), publisher: masked(notice.publisher) };
}

/** One line without contacts and the private persons of `names`. */
export function maskedLine(line: string | null, names: readonly string[] = []): string | null {
  return line === null ? null : maskNames(maskLine(line) ?? '', names);
}

/** A match of a notice, as {@link maskedNotice}: the value of a field may hold more than a name. */
export function maskedMatch<Kind extends Pick<TextMatch, 'text'>>(match: Kind): Kind {
  return { ...match, text: maskLine(match.text) ?? '' };
}
