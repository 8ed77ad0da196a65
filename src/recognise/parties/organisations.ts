import { hanOrganisations } from './han-organisations.ts';
import { spelledOrganisations } from './spelled-organisations.ts';
import type { TradeHits } from './trade-hits.ts';

/** An organisation that a text writes out, at UTF-16 offsets. */
export interface Organisation {
  readonly from: number;
  readonly to: number;
}

/** Organisations in running text by the forms of their names, in order; none lies in another. */
export function findOrganisations(text: string, hits: TradeHits): readonly Organisation[] {
  const all = [...hanOrganisations(text, hits), ...spelledOrganisations(text, hits)].toSorted((a, b) => a.from - b.from || b.to - a.to);
  const kept: Organisation[] = [];
  for (const one of all) if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
  return kept;
}
