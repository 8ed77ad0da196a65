/** Prints the CPU seconds of a plain loop over 10⁸ integers: the least of three. Started by cpu-clock.ts. */
import { cpuSecondsOf } from './cpu-clock.ts';

let sum = 0;

/** In pieces: one long loop may run to its end in code that is not optimised yet. */
function run(): void {
  for (let n = 0; n < 1_000; n += 1) sum = (sum + sumTo(100_000)) | 0;
}

function sumTo(end: number): number {
  let all = 0;
  for (let n = 0; n < end; n += 1) all = (all + n) | 0;
  return all;
}

run();
const seconds = [0, 1, 2].map(() => cpuSecondsOf(run));
// reads the sum, so that the loop is not optimised away
console.log(sum === 0.5 ? 0 : Math.min(...seconds));
