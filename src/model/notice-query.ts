import { NOTICE_TYPES, PENDING_FOR, type Notice } from './notice.ts';
import { OBSERVATION_STATES } from './observation.ts';
import { parsePredicate, type PredicateField } from './parse-predicate.ts';
import type { Predicate, PredicateFacts } from './predicate.ts';
import { TRIAGE_STATES } from './triage.ts';

/** What can be asked of a notice, and where it stands in one line of `notices --json`. */
const FIELDS: readonly (PredicateField & { readonly of: (notice: Notice) => readonly (string | number | null | undefined)[] })[] = [
  { name: 'state', type: 'id', values: OBSERVATION_STATES, bare: OBSERVATION_STATES, of: ({ state }) => [state] },
  { name: 'goods', type: 'id', of: ({ goods }) => goods },
  { name: 'tradeName', type: 'id', of: ({ tradeNames }) => tradeNames },
  { name: 'intent', type: 'id', of: ({ intents }) => intents },
  { name: 'place', type: 'id', of: ({ places }) => places },
  { name: 'destination', type: 'id', of: ({ destination }) => destination },
  { name: 'indicator', type: 'id', of: ({ indicators }) => indicators },
  { name: 'control', type: 'id', of: ({ controls }) => controls.flatMap((control) => [control, control.slice(control.indexOf(' ') + 1)]) },
  { name: 'lang', type: 'id', values: ['zh', 'ru', 'uk', 'en', 'kk', 'und'], of: ({ lang }) => [lang] },
  { name: 'priority', type: 'number', of: ({ priority }) => [priority] },
  { name: 'listed', type: 'number', of: ({ listed }) => [listed.length] },
  { name: 'list', type: 'id', of: ({ listed }) => listed.map(({ list }) => list) },
  { name: 'party', type: 'text', of: ({ listed }) => listed.map(({ caption }) => caption) },
  { name: 'copies', type: 'number', of: ({ copies }) => [copies] },
  { name: 'copiesStanding', type: 'number', of: ({ copiesStanding }) => [copiesStanding] },
  { name: 'copiesBefore', type: 'number', of: ({ copiesBefore }) => [copiesBefore] },
  { name: 'publisher', type: 'text', of: ({ publisher }) => [publisher] },
  { name: 'title', type: 'text', of: ({ title }) => [title] },
  { name: 'url', type: 'text', of: ({ url, aliases }) => [url, ...aliases] },
  { name: 'reason', type: 'text', of: ({ reason, reasons }) => [reason, ...reasons] },
  { name: 'removal', type: 'id', of: ({ removal }) => [removal?.kind] },
  {
    name: 'pending',
    type: 'id',
    values: ['removed', ...PENDING_FOR],
    of: ({ pending }) => (pending === undefined ? [] : [pending.state, pending.waitsFor]),
  },
  { name: 'versions', type: 'number', of: ({ versions }) => [versions] },
  { name: 'published', type: 'date', of: ({ publishedAt }) => [publishedAt] },
  { name: 'firstSeen', type: 'date', of: ({ firstSeenAt }) => [firstSeenAt] },
  { name: 'lastSeen', type: 'date', of: ({ lastSeenPresentAt }) => [lastSeenPresentAt] },
  { name: 'type', type: 'id', values: NOTICE_TYPES, of: ({ type }) => [type] },
  { name: 'triage', type: 'id', values: TRIAGE_STATES, of: ({ triage }) => [triage.state] },
  { name: 'assignee', type: 'text', of: ({ triage }) => [triage.assignee] },
  { name: 'source', type: 'id', of: ({ sources }) => sources.map(({ id }) => id) },
];

export const NOTICE_FIELDS: readonly PredicateField[] = FIELDS;

/**
 * Reads a query over notices; see `parse-predicate.ts`. `goods` are the concepts that there are: another one is a slip, and would find nothing for ever.
 * Throws `usage` with the position of what cannot be read.
 */
export function parseNoticeQuery(text: string, goods?: readonly string[]): Predicate {
  if (goods === undefined) return parsePredicate(text, NOTICE_FIELDS);
  return parsePredicate(
    text,
    NOTICE_FIELDS.map((field) => (field.name === 'goods' ? { ...field, values: goods } : field)),
  );
}

/** A notice as a predicate asks it. `hasWords` must be known from elsewhere: a line of `notices` has no text. */
export function factsOfNotice(notice: Notice, hasWords: PredicateFacts['hasWords']): PredicateFacts {
  return {
    hasWords,
    valuesOf: (field) =>
      (FIELDS.find(({ name }) => name === field)?.of(notice) ?? []).filter((value) => value !== null && value !== undefined),
  };
}
