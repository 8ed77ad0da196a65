import type { Alert } from '../model/alert.ts';

/** An alert in words, for receivers that show it to a person. */
export interface AlertText {
  /** One line of at most 200 characters. */
  readonly title: string;
  readonly lines: readonly string[];
  /** 0 to 100, the priority of the notice; a certain removal is at the top. */
  readonly urgency: number;
}

const TITLE_CHARACTERS = 200;
const LINE_CHARACTERS = 600;

export function alertText(alert: Alert): AlertText {
  const { notice, copies = [] } = alert;
  const said = oneLine(`${headline(alert)}: ${notice.title ?? notice.url}`, TITLE_CHARACTERS);
  const line = (name: string, values: readonly string[]): readonly string[] =>
    values.length === 0 ? [] : [oneLine(`${name}: ${values.join(', ')}`, LINE_CHARACTERS)];
  const { removal } = notice;
  return {
    title: alert.test === true ? `Test. ${said}`.slice(0, TITLE_CHARACTERS) : said,
    lines: [
      ...line('publisher', notice.publisher === null ? [] : [notice.publisher]),
      ...line('goods', [...notice.goods, ...notice.tradeNames]),
      ...line('destination', notice.destination),
      ...line('intent', notice.intents),
      ...line(
        'listed',
        notice.listed.map(({ caption, list }) => `${caption} (${list})`),
      ),
      // A first sighting is no removal yet.
      ...(removal === undefined || removal.confirmedAt === null
        ? []
        : line('gone', [`between ${notice.lastSeenPresentAt ?? 'its first listing'} and ${removal.firstSeenGoneAt}, by ${removal.kind}`])),
      ...copies
        .slice(0, 10)
        .map(({ kind, title, url, state }) => oneLine(`copy (${kind}, ${state}): ${title ?? ''} ${url}`, LINE_CHARACTERS)),
      ...(copies.length > 10 ? [`and ${copies.length - 10} more copies`] : []),
      ...line('priority', [`${notice.priority}${notice.reasons.length > 0 ? ` (${notice.reasons.join(', ')})` : ''}`]),
      `first seen: ${notice.firstSeenAt}`,
      oneLine(notice.url, 2000),
      oneLine(`told because: ${alert.when}`, LINE_CHARACTERS),
    ],
    urgency: alert.change.to === 'removed' ? 100 : notice.priority,
  };
}

function headline({ change, copies = [] }: Alert): string {
  const { from, to } = change;
  const copied = copies.length === 0 ? '' : copies.length === 1 ? ', a copy' : `, ${copies.length} copies`;
  if (from === null) return `New (${to}${copied})`;
  if (to === 'removed' && from !== 'removed')
    return copied === '' ? 'Removed' : `Removed${copied} still ${copies.length === 1 ? 'stands' : 'stand'}`;
  if (to === 'changed' && (from !== to || copied === '')) return `Changed${copied}`;
  if (from === to) return `Copy found (${to})`;
  return from === 'removed' ? `Back (${to})` : `${to} (was ${from})`;
}

/** What came from a page may hold anything: line breaks and control characters become spaces, and its end is cut. */
function oneLine(text: string, most: number): string {
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
  const characters = [...plain];
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join('')}…`;
}
