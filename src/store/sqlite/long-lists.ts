import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceId } from '../../model/ids.ts';
import type { SourceItem, SourceMemory } from '../../model/source.ts';
import type { SourceVisit, Visit } from '../port.ts';

/** Items of a list that are recorded in one transaction. */
const AT_ONCE = 250;
/** Between two of them, so that other writers, who ask again only now and then, have their turn. Milliseconds. */
const GAP_MS = 30;

/** The rest of a long list, and what the next check goes by once all is recorded. */
interface Further {
  readonly source: SourceId;
  readonly items: readonly SourceItem[];
  readonly at: string;
  /** Of the last piece alone. */
  readonly memory: SourceMemory | null;
}

/**
 * A visit as it is recorded first: of a check with a long list only the beginning of the list, and a memory that makes the next check ask for all of it again,
 * should this process end before the rest is recorded.
 */
export function beginningOf(visit: Visit): Visit {
  if (!isLong(visit)) return visit;
  const { etag: _etag, lastModified: _modified, payload: _payload, reading: _reading, ...memory } = visit.memory;
  return { ...visit, items: visit.items.slice(0, AT_ONCE), memory };
}

/** The pieces of a list that {@link beginningOf} left out, in order. */
export function* furtherItems(visit: Visit): Generator<Further> {
  if (!isLong(visit)) return;
  const { items, claim, check, memory } = visit;
  for (let from = AT_ONCE; from < items.length; from += AT_ONCE)
    yield {
      source: claim.source.id,
      items: items.slice(from, from + AT_ONCE),
      at: check.at,
      memory: from + AT_ONCE >= items.length ? memory : null,
    };
}

export const leaveTime = (): Promise<void> => sleep(GAP_MS);

function isLong(visit: Visit): visit is SourceVisit {
  return visit.kind === 'source' && visit.items.length > AT_ONCE;
}
