/** CPU seconds of this process, all its threads, that an act takes: other work on the core does not count. */
export function cpuSecondsOf(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** CPU seconds of a plain loop over 10⁸ integers: divide by it to compare machines. */
export function calibrationSeconds(): number {
  let sum = 0;
  const seconds = cpuSecondsOf(() => {
    for (let n = 0; n < 100_000_000; n += 1) sum = (sum + n) | 0;
  });
  // reads the sum, so that the loop is not optimised away
  return sum === 0.5 ? 0 : seconds;
}
