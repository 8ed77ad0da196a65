/** A run of equal elements: `length` of them from `a` on in one sequence and from `b` on in the other. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * Runs of the longest common subsequence of two short sequences, in order (Myers 1986, greedy forward search). Undefined where more than `most`
 * insertions and deletions would be needed: the work is bounded by `most`².
 */
export function commonRuns(a: Int32Array, b: Int32Array, most: number): readonly Run[] | undefined {
  const [n, m] = [a.length, b.length];
  const limit = Math.min(most, n + m);
  const furthest = new Int32Array(2 * limit + 3);
  const at = limit + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= limit; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[at + k - 1]! < furthest[at + k + 1]!);
      let x = down ? furthest[at + k + 1]! : furthest[at + k - 1]! + 1;
      let y = x - k;
      while (x < n && y < m && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      furthest[at + k] = x;
      if (x >= n && y >= m) {
        trace.push(furthest.slice(at - d - 1, at + d + 2));
        return runsOf(trace, n, m);
      }
    }
    trace.push(furthest.slice(at - d - 1, at + d + 2));
  }
  return undefined;
}

/** Walks back from the end through what each round reached. `trace[d]` holds diagonals −d−1 … d+1. */
function runsOf(trace: readonly Int32Array[], n: number, m: number): readonly Run[] {
  const runs: Run[] = [];
  let [x, y] = [n, m];
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const k = x - y;
    const before = d === 0 ? undefined : trace[d - 1]!;
    let [startX, startY, fromX, fromY] = [0, 0, 0, 0];
    if (before !== undefined) {
      const reached = (diagonal: number): number => (Math.abs(diagonal) <= d ? before[diagonal + d]! : 0);
      const down = k === -d || (k !== d && reached(k - 1) < reached(k + 1));
      const previous = down ? k + 1 : k - 1;
      fromX = reached(previous);
      fromY = fromX - previous;
      [startX, startY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    }
    if (x > startX) runs.push({ a: startX, b: startY, length: x - startX });
    [x, y] = [fromX, fromY];
  }
  return runs.toReversed();
}
