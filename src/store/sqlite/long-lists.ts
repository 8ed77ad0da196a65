import { setTimeout as sleep } from 'node:timers/promises';
import type { Digest } from '../../model/digest.ts';
import type { SourceId } from '../../model/ids.ts';
import type { SourceItem, SourceMemory } from '../../model/source.ts';
import type { SourceVisit, Visit } from '../port.ts';

/** Items of a list that are recorded in one transaction. */
const AT_ONCE = 250;
/** Between two of them, so that other writers, who ask again only now and then, have their turn. Milliseconds. */
const GAP_MS = 30;

/** A piece of the rest of a long list; with the last, what the next check goes by now that all is recorded, and the capture that may be read now. */
export interface FurtherItems {
  readonly source: SourceId;
  readonly items: readonly SourceItem[];
  readonly at: string;
  /** Null with all but the last. */
  readonly memory: SourceMemory | null;
  readonly capture: Digest | null;
}

/**
 * What of a check is recorded first: of a long list only its beginning, and a memory by which the next check asks for all of it again, and takes for known only what was before
 * this check, should this process end before the rest is recorded.
 */
export function beginningOf(check: SourceVisit): Pick<SourceVisit, 'items' | 'memory'> {
  if (!isLong(check)) return check;
  const { capture, warnings } = check.memory;
  const { listed, bodies, baseline } = check.claim.memory;
  return {
    items: check.items.slice(0, AT_ONCE),
    memory: {
      ...(capture !== undefined && { capture }),
      ...(warnings !== undefined && { warnings }),
      ...(listed !== undefined && { listed }),
      ...(bodies !== undefined && { bodies }),
      ...(baseline !== undefined && { baseline }),
    },
  };
}

/** The pieces of a list that {@link beginningOf} left out, in order. */
export function* furtherItems(visit: Visit): Generator<FurtherItems> {
  if (!isLong(visit)) return;
  const { items, claim, check, memory, capture } = visit;
  for (let from = AT_ONCE; from < items.length; from += AT_ONCE) {
    const last = from + AT_ONCE >= items.length;
    yield {
      source: claim.source.id,
      items: items.slice(from, from + AT_ONCE),
      at: check.at,
      memory: last ? memory : null,
      capture: last && capture !== null ? capture.record.sha256 : null,
    };
  }
}

export const leaveTime = (): Promise<void> => sleep(GAP_MS);

/** Whether a visit is the check of a list that is recorded piece by piece. */
export function isLong(visit: Visit): visit is SourceVisit {
  return visit.kind === 'source' && visit.items.length > AT_ONCE;
}
