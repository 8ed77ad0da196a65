import { sha256 } from '../model/digest.ts';
import type { NameQuery } from '../model/party.ts';
import { foldText } from '../text/fold.ts';

/** What a query is about when nothing else names it: its folded name and schema. */
export function subjectOfQuery(query: NameQuery): string {
  return `query:${foldText(query.name).text.trim()}|${query.schema ?? ''}`;
}

/** Key of the match of a subject with a listing: `m` and 24 hexadecimal digits. */
export function matchKey(subject: string, listing: string): string {
  return `m${sha256(`${subject}\n${listing}`).slice(0, 24)}`;
}
