import type { Case } from '../../api/routes.gen.ts';

/** Notices and reports of a case that are there, in the order in which they came into it. */
export function noticeIdsOf({ items }: Pick<Case, 'items'>): readonly string[] {
  return items.flatMap(({ kind, id, caption }) => ((kind === 'notice' || kind === 'report') && caption !== null ? [id] : []));
}

/** The numbers by which they are called in it: titles alone do not tell copies apart. */
export function numbersOf(of: Pick<Case, 'items'>): ReadonlyMap<string, number> {
  return new Map(noticeIdsOf(of).map((id, place) => [id, place + 1]));
}
