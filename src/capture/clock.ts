/** Where the shell gets its time: the wall, and a clock that never jumps. Milliseconds. */
export interface Clock {
  now(): number;
  monotonic(): number;
}

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() };

export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
