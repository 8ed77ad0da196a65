import type { BestSuggestions } from '../../model/case-suggestion.ts';
import type { Claim } from '../../model/claim.ts';
import type { ClaimComparison } from '../../model/claim-finding.ts';
import type { CaseId } from '../../model/ids.ts';
import { caseNamed } from '../cases/case-items.ts';
import { claimNamed, compareWithNotices } from '../cases/compare-claims.ts';
import { suggestForCase } from '../cases/suggest-for-case.ts';
import type { Reading } from './tasks.ts';

/** What may belong to a case, best first. */
export async function suggestCase(
  { store }: Reading,
  { id, limit }: { readonly id: CaseId; readonly limit: number },
): Promise<BestSuggestions> {
  return suggestForCase(store, await caseNamed(store, id), limit);
}

/** A claim against each notice that it is about. */
export async function compareClaim({ store }: Reading, { id }: { readonly id: string }): Promise<readonly ClaimComparison[]> {
  return compareWithNotices(store, await claimNamed(store, id));
}

/** Claims, each against the notices that it is about. */
export async function compareClaims(
  { store }: Reading,
  { ids }: { readonly ids: readonly string[] },
): Promise<readonly { readonly claim: Claim; readonly comparison: readonly ClaimComparison[] }[]> {
  const compared = [];
  for (const id of ids) {
    const claim = await claimNamed(store, id);
    compared.push({ claim, comparison: await compareWithNotices(store, claim) });
  }
  return compared;
}
