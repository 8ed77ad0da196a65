import { CASE_ITEM_KINDS, type Case, type CaseItemRef } from '../../model/case.ts';
import { isDigest } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import { isCaseId, isClaimId } from '../../model/ids.ts';
import { isPublisherId } from '../../model/publisher.ts';
import type { Store } from '../../store/port.ts';
import { lookUpNotice } from '../shown/find-notice.ts';

/** By id, or by a title that no other case has. Throws `not-found`. */
export async function caseNamed(store: Pick<Store, 'cases'>, named: string): Promise<Case> {
  const wanted = named.trim();
  if (isCaseId(wanted)) {
    const found = await store.cases.find(wanted);
    if (found !== undefined) return found;
  } else {
    const titled = (await store.cases.list({ limit: 10_000 })).filter(({ title }) => title === wanted);
    if (titled.length > 1)
      throw new DualwatchError('not-found', `${titled.length} cases are called "${wanted}": ${titled.map(({ id }) => id).join(', ')}`);
    const found = titled[0] && (await store.cases.find(titled[0].id));
    if (found !== undefined) return found;
  }
  throw new DualwatchError('not-found', `No case has the id or title "${named}"; "dualwatch case list" shows them`);
}

/**
 * What a case may hold, as people name it: id or address of a notice or report, id of a claim, publisher or listing (`list:id`), digest of a capture; or
 * `kind:id` where it is to be one of a kind. Throws `usage` for what is none of these; whether it is there, the store says.
 */
export async function itemNamed(store: Pick<Store, 'findNotice' | 'listingById'>, named: string): Promise<CaseItemRef> {
  const text = named.trim();
  const notice = await lookUpNotice(store, text);
  if (notice !== undefined) return { kind: notice.type, id: notice.id };
  const kind = CASE_ITEM_KINDS.find((one) => text.startsWith(`${one}:`));
  if (kind !== undefined) return { kind, id: text.slice(kind.length + 1) };
  if (isClaimId(text)) return { kind: 'claim', id: text };
  if (isPublisherId(text)) return { kind: 'publisher', id: text };
  if (isDigest(text.toLowerCase())) return { kind: 'capture', id: text.toLowerCase() };
  if ((await store.listingById(text)) !== undefined) return { kind: 'party', id: text };
  throw new DualwatchError(
    'not-found',
    `"${named}" is the id or address of no notice, claim, publisher, listing or capture of this home; kind:id says what is meant`,
  );
}
