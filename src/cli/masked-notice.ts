import type { TextMatch } from '../model/match.ts';
import type { Notice } from '../model/notice.ts';
import { maskLine } from '../recognise/mask-contacts.ts';

/** A notice as it is shown unless somebody asks for more: no telephone number or mail address in its title or publisher. */
export function maskedNotice(notice: Notice): Notice {
  return { ...notice, title: maskLine(notice.title), publisher: maskLine(notice.publisher) };
}

/** A match of a notice, as {@link maskedNotice}: the value of a field may hold more than a name. */
export function maskedMatch<Kind extends Pick<TextMatch, 'text'>>(match: Kind): Kind {
  return { ...match, text: maskLine(match.text) ?? '' };
}
