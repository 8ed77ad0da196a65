/** Runs `act` whenever it is called, never twice at a time: calls during a run share one more after it. */
export function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    running = act().finally(() => (running = undefined));
    return running;
  };
  return () => {
    if (running === undefined) return run();
    const again = (): Promise<void> => {
      next = undefined;
      return run();
    };
    next ??= running.then(again, again);
    return next;
  };
}
