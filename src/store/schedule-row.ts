import type { Due, DueClass } from './port.ts';

/** Classes in the order in which a host takes them; the position is what the store keeps. */
export const DUE_CLASSES = ['check', 'new', 'confirm', 'follow'] as const satisfies readonly DueClass[];

export function classNumber(dueClass: DueClass): number {
  return DUE_CLASSES.indexOf(dueClass);
}

export function dueClassOf(number: number): DueClass {
  return DUE_CLASSES[number] ?? 'follow';
}

/** Ranks are kept as whole numbers from 0 to 100, so that the best of a class is found by looking at no more than 101 places. */
export function wholeRank(rank: number): number {
  return Math.min(100, Math.max(0, Math.round(rank)));
}

/** An item nobody has visited is due at once. */
export function dueAtOnce(nowMs: number, rank = 0): Due {
  return { at: nowMs, class: 'new', rank, intervalMs: null };
}

const STARTS_PER_MS = 1e9;

/** How many starts a visit with this interval asks of its host: a whole number (in 10⁻⁹ starts a millisecond), so that sums never drift. */
export function demandOf(intervalMs: number | null): number {
  return intervalMs === null || intervalMs <= 0 ? 0 : Math.round(STARTS_PER_MS / intervalMs);
}

/** How far a schedule is stretched by the pace: Σ pace / interval, at least 1. */
export function stretchOf(demand: number, paceMs: number): number {
  return Math.max(1, Math.round((demand / STARTS_PER_MS) * paceMs * 100) / 100);
}
