/** CPU seconds of this process, all its threads, that an act takes: other work on the core does not count. */
export function cpuSecondsOf(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** CPU seconds of a plain loop over 10⁸ integers: divide by it to compare machines, and moments of one that others share. */
export function calibrationSeconds(): number {
  let sum = 0;
  // In pieces, and some before: one long loop may run to its end in code that is not optimised yet.
  const run = (pieces: number): void => {
    for (let n = 0; n < pieces; n += 1) sum = (sum + sumTo(100_000)) | 0;
  };
  run(500);
  const seconds = cpuSecondsOf(() => run(1_000));
  // reads the sum, so that the loop is not optimised away
  return sum === 0.5 ? 0 : seconds;
}

function sumTo(end: number): number {
  let sum = 0;
  for (let n = 0; n < end; n += 1) sum = (sum + n) | 0;
  return sum;
}
