/**
 * A function of many as a function of one: calls of the same turn, and those that arrive while a batch is under way, share the next batch.
 * Answers come back in order. A batch that fails is tried again one by one where `alone` says that one item may be at fault, so that it
 * takes no other down with it; else it rejects all its calls.
 */
export function batched<Item, Answer>(
  act: (items: readonly Item[]) => Promise<readonly Answer[]>,
  most: number,
  alone: (error: unknown) => boolean = () => false,
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let working = false;
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!working) void work();
    });

  async function work(): Promise<void> {
    working = true;
    await new Promise<void>((resume) => setImmediate(resume));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await run(batch);
    }
    working = false;
  }

  async function run(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await act(batch.map((one) => one.item));
      batch.forEach((one, n) => one.resolve(answers[n] as Answer));
    } catch (error) {
      if (batch.length > 1 && alone(error)) for (const one of batch) await run([one]);
      else for (const one of batch) one.reject(error);
    }
  }
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}
