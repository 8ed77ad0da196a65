import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import { NAME_PROPERTIES } from '../../model/party.ts';
import type { FtmEntity, Listing } from '../../model/party.ts';
import type { BadRow, ListingRow, ParsedList, UnreadValue } from './list-file.ts';
import type { ReadParty } from './list-format.ts';
import { addValue, addValues, hasName, marksOf, mergeDraft, namesOfDraft } from './party-draft.ts';
import type { PartyDraft } from './party-draft.ts';

/** Listings of the parties that were read, each id once: records with the same id become one, on the line of the first. Those without a name are bad. */
export function madeListings(
  list: string,
  parties: readonly ReadParty[],
  severalFiles: boolean,
): Pick<ParsedList, 'listings' | 'bad' | 'folded' | 'rows' | 'unread'> {
  let folded = 0;
  const drafts = new Map<string, PartyDraft>();
  /** The names of the first record of each. */
  const first = new Map<PartyDraft, readonly string[]>();
  const bad: BadRow[] = [];
  for (const { draft, id, regulation } of parties) {
    if (id === null) nameByAlias(draft);
    if (id === null && !hasName(draft)) {
      bad.push({ file: draft.file, line: draft.line, why: 'has no name', ...marksOf(draft) });
      continue;
    }
    const own = id ?? madeId(draft, regulation);
    const known = drafts.get(own);
    if (known === undefined) drafts.set(own, draft);
    else {
      if (!first.has(known)) first.set(known, namesOfFirst(known));
      folded += 1;
      mergeDraft(known, draft);
    }
  }
  const listings: Listing[] = [];
  const rows = new Map<string, readonly ListingRow[]>();
  const unread: UnreadValue[] = [];
  for (const [id, draft] of drafts) {
    nameByAlias(draft);
    if (hasName(draft)) {
      listings.push(listingOf(list, `${list}:${id}`, draft));
      for (const value of draft.unread) unread.push(value);
      if (severalFiles || draft.rows.length > 0)
        rows.set(`${list}:${id}`, [{ file: draft.file, line: draft.line, names: first.get(draft) ?? namesOfFirst(draft) }, ...draft.rows]);
    } else bad.push({ file: draft.file, line: draft.line, why: `${id} has no name`, id });
  }
  return { listings, bad, folded, rows, unread };
}

/** Of a party to which other files have given aliases, the name alone. */
function namesOfFirst(draft: PartyDraft): readonly string[] {
  return draft.rows.length > 0 ? namesOfDraft(draft).slice(0, 1) : namesOfDraft(draft);
}

/** Some rows give nothing but an alias: then that is the name. */
function nameByAlias(draft: PartyDraft): void {
  if (hasName(draft)) return;
  for (const property of NAME_PROPERTIES) {
    const values = draft.properties.get(property);
    if (values === undefined) continue;
    draft.properties.delete(property);
    const [first, ...rest] = values.list;
    addValue(draft, 'name', first);
    addValues(draft, property, rest);
    return;
  }
}

/** The same as long as the name, schema and regulation are, whatever else changes. */
function madeId(draft: PartyDraft, regulation: string): string {
  return sha256(canonicalJson([regulation, draft.schema, captionOf(draft).toLowerCase()])).slice(0, 20);
}

function captionOf(draft: PartyDraft): string {
  return draft.properties.get('name')?.list[0] ?? '';
}

function listingOf(list: string, id: string, draft: PartyDraft): Listing {
  const properties: Record<string, readonly string[]> = {};
  for (const property of [...draft.properties.keys()].toSorted()) properties[property] = draft.properties.get(property)?.list ?? [];
  // With its keys put in order, an object of strings is written by JSON.stringify as canonical JSON is: four times as fast.
  const entity: FtmEntity = { caption: captionOf(draft), id, properties, schema: draft.schema };
  return { list, id, hash: sha256(JSON.stringify(entity)), line: draft.line, entity };
}
