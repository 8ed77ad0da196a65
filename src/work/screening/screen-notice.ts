import type { NoticeId } from '../../model/ids.ts';
import type { Match, TextMatch } from '../../model/match.ts';
import type { PageReading } from '../../model/reading.ts';
import type { Span } from '../../model/span.ts';
import type { TradeParty, TradeRole } from '../../model/trade-party.ts';
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
  /** Who trades in a notice, as its words and fields say. */
  readonly parties?: (text: string, fields: PageReading['fields']) => readonly TradeParty[];
}

/** A name that is screened as a whole, and where it comes from. */
export interface ScreenedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly field?: string;
  readonly role?: TradeRole;
}

const SCREENED_ROLES: ReadonlySet<TradeRole> = new Set(['buyer', 'seller', 'endUser', 'consignee', 'agent', 'publisher']);

/** A longer value is a sentence, not a name. */
const LONGEST_NAME = 300;

/**
 * Screens one reading: its publisher, its author, the fields that name a party and the organisations that its words name as buyer, seller, end user or agent
 * as names, and its text for names of listed parties. Pure, given the screen. The value of a field has the span at which it first stands in the text, 0 to 0
 * where it does not; a party found there by reading the text too is one match, that of the name. In the order of the text, names without a span first.
 */
export function screenNotice(notice: NoticeId, reading: PageReading, screen: NoticeScreen): readonly TextMatch[] {
  const { text } = reading;
  const ofFields = screenedNames(reading, screen).flatMap(({ name, ...where }) =>
    screen.search(name).map((match): TextMatch => ({ ...match, key: noticeMatchKey(notice, name, match.listing), ...where, text: name })),
  );
  const inText = screen.find(text).flatMap(({ party, full, ...found }): readonly TextMatch[] => {
    const ofField = (span: Span): TextMatch | undefined => ofFields.find((match) => match.id === party && touch(match, span));
    if (ofField(found) !== undefined) return [];
    // A further mention is one match with the name in full.
    const whole = full && ofField(full);
    const key = whole?.listing === found.listing ? whole.key : noticeMatchKey(notice, (full ?? found).text, found.listing);
    return [{ ...found, id: party, key }];
  });
  return [...ofFields, ...inText].toSorted(inOrder);
}

/** Names this match for `decide`: the same wherever the notice writes the name so, but for case and white space, and where it writes less of it later. */
export function noticeMatchKey(notice: NoticeId, name: string, listing: string): string {
  return matchKey(`notice:${notice}:${foldText(name).text.trim()}`, listing);
}

/** Names that are screened as wholes, each once: those of fields, then those of parties to the trade. */
export function screenedNames(
  reading: Pick<PageReading, 'text' | 'publisher' | 'author' | 'fields'>,
  { partyFields, parties }: Pick<NoticeScreen, 'partyFields' | 'parties'>,
): readonly ScreenedName[] {
  const { text, fields } = reading;
  const names = new Map<string, ScreenedName>();
  for (const { field, name } of partyNames(reading, partyFields)) {
    const at = text.indexOf(name);
    names.set(name, { name, start: at === -1 ? 0 : at, end: at === -1 ? 0 : at + name.length, field });
  }
  for (const { text: name, role, kind, named, because, start, end, field } of parties?.(text, fields) ?? []) {
    if (!named || kind !== 'organisation' || !SCREENED_ROLES.has(role)) continue;
    // "our company" is no name
    if (role === 'publisher' && because === name) continue;
    const known = names.get(name);
    names.set(name, known === undefined ? { name, start, end, role, ...(field === undefined ? {} : { field }) } : { ...known, role });
  }
  return [...names.values()];
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

function touch(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function inOrder(a: TextMatch, b: TextMatch): number {
  return a.start - b.start || a.end - b.end || b.score - a.score || compare(a.id, b.id) || compare(a.field ?? '', b.field ?? '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
