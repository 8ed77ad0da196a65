/** When the next request to a host may start: `paceMs` after the last one, ± 30 %. `random01` is in [0,1). */
export function nextStart(lastStartMs: number, paceMs: number, random01: number): number {
  return lastStartMs + paceMs * (0.7 + 0.6 * random01);
}

/**
 * How long to leave an address alone after `streak` failures in a row: doubles from `baseMs`, ends at `maxMs`, the upper half of it random so that
 * addresses which failed together do not return together. 0 for a streak of 0.
 */
export function backOff(streak: number, baseMs: number, maxMs: number, random01: number): number {
  if (streak <= 0) return 0;
  const full = Math.min(maxMs, baseMs * 2 ** Math.min(streak - 1, 50));
  return full / 2 + (full / 2) * random01;
}
