import { asking } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';

/** What may belong to a case: asked for once, for its tab and the number on it. A case that holds nothing has none. */
export function suggestionsQuery(of: Case) {
  return {
    ...asking('GET /api/v1/cases/:id/suggestions', { params: { id: of.id }, query: { limit: 50 } }),
    staleTime: 60_000,
    enabled: of.items.length > 0,
  };
}
