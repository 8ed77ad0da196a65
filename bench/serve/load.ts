import { Agent, request } from 'node:http';

export interface Times {
  readonly requests: number;
  readonly failed: number;
  /** Milliseconds from the moment a request was due, sorted. */
  readonly sorted: readonly number[];
  readonly bytes: number;
}

/**
 * Sends requests at a rate, whether or not those before are answered (open loop): a slow answer does not make the next one later, and what waits counts.
 * `pathOf` gives the n-th address.
 */
export async function sendAtRate(
  base: string,
  pathOf: (n: number) => string,
  options: { readonly perSecond: number; readonly seconds: number },
): Promise<Times> {
  const { perSecond, seconds } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: number[] = [];
  let [failed, bytes] = [0, 0];
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = began + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0.5) await new Promise((resolve) => setTimeout(resolve, wait));
    all.push(
      get(base + pathOf(n), agent).then(
        ({ status, length }) => {
          times.push(performance.now() - due);
          bytes += length;
          if (status !== 200) failed += 1;
        },
        () => void (failed += 1),
      ),
    );
  }
  await Promise.all(all);
  agent.destroy();
  return { requests: all.length, failed, sorted: times.toSorted((a, b) => a - b), bytes };
}

export function quantile({ sorted }: Times, share: number): number {
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toPrecision(3));
}

function get(url: string, agent: Agent): Promise<{ readonly status: number; readonly length: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (answer) => {
      let length = 0;
      answer.on('data', (chunk: Buffer) => void (length += chunk.length));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, length }));
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}
