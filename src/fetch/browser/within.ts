/** Resolves as `promise` does, or rejects after so long: what a browser was asked may never be answered. */
export function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Silence(`no answer within ${Math.round(ms)} ms`)), Math.max(1, ms));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export function isSilence(error: unknown): boolean {
  return error instanceof Silence;
}

class Silence extends Error {}
