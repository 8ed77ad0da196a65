import { asking } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';

/** More than that the server compares for seconds: that is done for whoever wants to see it. */
const MOST_COUNTED = 100;

/** What may belong to a case: asked for once, for its tab and, before that is open, for the number on it. A case that holds nothing has none. */
export function suggestionsQuery(of: Case, isOpen: boolean) {
  return {
    ...asking('GET /api/v1/cases/:id/suggestions', { params: { id: of.id }, query: { limit: 50 } }),
    staleTime: 60_000,
    enabled: of.items.length > 0 && (isOpen || of.items.length <= MOST_COUNTED),
  };
}
