import type { NoticeId } from '../../model/ids.ts';
import type { Match, TextMatch } from '../../model/match.ts';
import type { PageReading } from '../../model/reading.ts';
import { foldLabel } from '../../catalogue/fold-label.ts';
import { matchKey } from '../../screen/match-key.ts';
import type { NameFinder } from '../../screen/text/name-finder.ts';
import { foldText } from '../../text/fold.ts';

/** What a reading is screened with. */
export interface NoticeScreen {
  readonly find: NameFinder['find'];
  /** Listed parties that a whole name may be. */
  readonly search: (name: string) => readonly Match[];
  /** Fields that name a party, as `foldLabel` writes them. */
  readonly partyFields: ReadonlySet<string>;
}

/** A longer value is a sentence, not a name. */
const LONGEST_NAME = 300;

/**
 * Screens one reading: its publisher, its author and the fields that name a party as names, and its text for names of listed parties. Pure, given the
 * screen. The value of a field has the span at which it first stands in the text, 0 to 0 where it does not; a party found there by reading the text too is
 * one match, the field's. In the order of the text, fields without a span first.
 */
export function screenNotice(notice: NoticeId, reading: PageReading, screen: NoticeScreen): readonly TextMatch[] {
  const { text } = reading;
  const ofFields = partyNames(reading, screen.partyFields).flatMap(({ field, name }) => {
    const at = text.indexOf(name);
    const span = at === -1 ? { start: 0, end: 0 } : { start: at, end: at + name.length };
    return screen
      .search(name)
      .map((match): TextMatch => ({ ...match, key: noticeMatchKey(notice, name, match.listing), ...span, text: name, field }));
  });
  const inText = screen.find(text).flatMap(({ party, ...found }): readonly TextMatch[] => {
    const known = ofFields.some(({ id, start, end }) => id === party && start < found.end && found.start < end);
    return known ? [] : [{ ...found, id: party, key: noticeMatchKey(notice, found.text, found.listing) }];
  });
  return [...ofFields, ...inText].toSorted(inOrder);
}

/** Names this match for `decide`: the same wherever the notice writes the name so, but for case and white space. */
export function noticeMatchKey(notice: NoticeId, name: string, listing: string): string {
  return matchKey(`notice:${notice}:${foldText(name).text.trim()}`, listing);
}

/** Names in the fields of a reading, each once. */
export function partyNames(
  { publisher, author, fields }: Pick<PageReading, 'publisher' | 'author' | 'fields'>,
  partyFields: ReadonlySet<string>,
): readonly { readonly field: string; readonly name: string }[] {
  const own = Object.entries(fields).filter(([label]) => partyFields.has(foldLabel(label)));
  const names = new Map<string, string>();
  for (const [field, value] of [['publisher', publisher], ['author', author], ...own] as const) {
    const name = value?.trim() ?? '';
    if (name !== '' && name.length <= LONGEST_NAME && !names.has(name)) names.set(name, field);
  }
  return Array.from(names, ([name, field]) => ({ field, name }));
}

function inOrder(a: TextMatch, b: TextMatch): number {
  return a.start - b.start || a.end - b.end || b.score - a.score || compare(a.id, b.id) || compare(a.field ?? '', b.field ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
