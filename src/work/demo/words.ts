import { packagedLabels } from '../../catalogue/labels.ts';
import type { Notice } from '../../model/notice.ts';
import { ACCOUNTS } from './case-pages.ts';

/** What the demo tells of the world around it, told alike on the command line and by the server. */
export const TOLD = {
  published: 'A provincial trade association posts a notice on its official account: foreign buyers want jammers and drone detectors.',
  captcha: 'The site asks visitors to prove that they are human: the page is there, but cannot be seen.',
  blocked: 'Not a removal, and not a change: a captcha. The article’s bytes stay where they are.',
  deleted:
    'After press enquiries the notice is gone. The association will speak of a mistake, of children’s toys, of buyers in Kazakhstan.',
  seemsGone: 'First sighting of a removal page. A removal needs a second one, apart in time.',
  sister: 'The same text stands on the account of a city association.',
} as const;

/** What was recognised in a notice, and how urgent that makes it. */
export function recognised(notice: Notice): string {
  const publisher = Object.values(ACCOUNTS).find(({ name }) => name === notice.publisher)?.name ?? notice.publisher ?? '';
  const { goods } = packagedLabels();
  const called = (concept: string): string => goods[concept]?.en ?? concept;
  const reasons = notice.reasons
    .slice(0, 4)
    .map((reason) => reason.replace(/^(\+\d+ )(\w+)$/, (_, points: string, concept: string) => points + called(concept)));
  const more = notice.reasons.length > reasons.length ? ' and more' : '';
  return `“${notice.title ?? ''}”, ${publisher}. Recognised: ${notice.goods.map(called).join(', ')}; trade names ${notice.tradeNames.join(', ')}. Priority ${notice.priority} of 100: ${reasons.join(', ')}${more}.`;
}

export function removedBetween(notice: Notice): string {
  const { removal, lastSeenPresentAt } = notice;
  return `Seen twice: removed by its ${removal?.kind ?? 'publisher'} between ${lastSeenPresentAt?.slice(11, 19) ?? '–'} and ${removal?.firstSeenGoneAt.slice(11, 19) ?? '–'} UTC. The removal page is evidence too. Priority now ${notice.priority}.`;
}

export function copied({ title, publisher }: Pick<Notice, 'title' | 'publisher'>, kind: string, score: number): string {
  return `“${title ?? ''}”, ${publisher ?? ''}, is a copy of what was deleted (${kind}, ${score.toFixed(2)}), and still stands.`;
}
