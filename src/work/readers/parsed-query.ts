import { packagedCatalogue } from '../packaged/catalogue.ts';
import { parseNoticeQuery } from '../../model/notice-query.ts';
import type { Predicate } from '../../model/predicate.ts';

/** A query over notices as a predicate; goods are those of the catalogue. Null where nothing is asked. Throws `usage`. */
export function parsedQuery(text: string | null): Predicate | null {
  return text === null ? null : parseNoticeQuery(text, [...packagedCatalogue().concepts.keys()]);
}
