import { foldLabel } from '../../catalogue/fold-label.ts';
import type { ListFacts } from '../../catalogue/list-facts.ts';

/** Topics of FollowTheMoney for a programme or list: those of the first known beginning that fits. */
export function topicsOf(programme: string, facts: ListFacts): readonly string[] {
  const folded = foldLabel(programme);
  return facts.fields.topics.find(([start]) => folded.startsWith(start))?.[1] ?? [];
}
