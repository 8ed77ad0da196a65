import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import type { Listing } from '../../model/party.ts';
import type { BadRow } from './list-file.ts';
import type { ReadParty } from './list-format.ts';
import { hasName, mergeDraft } from './party-draft.ts';
import type { PartyDraft } from './party-draft.ts';

/** Listings of the parties that were read, each id once: records with the same id become one, on the line of the first. Those without a name are bad. */
export function madeListings(
  list: string,
  parties: readonly ReadParty[],
): { readonly listings: readonly Listing[]; readonly bad: readonly BadRow[] } {
  const drafts = new Map<string, PartyDraft>();
  const bad: BadRow[] = [];
  for (const { draft, id, regulation } of parties) {
    if (!hasName(draft)) {
      bad.push({ file: draft.file, line: draft.line, why: id === null ? 'has no name' : `${id} has no name` });
      continue;
    }
    const own = id ?? madeId(draft, regulation);
    const known = drafts.get(own);
    if (known === undefined) drafts.set(own, draft);
    else mergeDraft(known, draft);
  }
  return { listings: [...drafts].map(([id, draft]) => listingOf(list, `${list}:${id}`, draft)), bad };
}

/** The same as long as the name, schema and regulation are, whatever else changes. */
function madeId(draft: PartyDraft, regulation: string): string {
  return sha256(canonicalJson([regulation, draft.schema, captionOf(draft).toLowerCase()])).slice(0, 20);
}

function captionOf(draft: PartyDraft): string {
  return draft.properties.get('name')?.values().next().value ?? '';
}

function listingOf(list: string, id: string, draft: PartyDraft): Listing {
  const properties: Record<string, readonly string[]> = {};
  for (const property of [...draft.properties.keys()].toSorted()) properties[property] = [...(draft.properties.get(property) ?? [])];
  const entity = { id, schema: draft.schema, caption: captionOf(draft), properties };
  return { list, id, hash: sha256(canonicalJson(entity)), line: draft.line, entity };
}
