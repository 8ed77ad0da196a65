/**
 * A function of many as a function of one: calls of the same turn, and those that arrive while a batch is under way, share the next batch.
 * Answers come back in order; a batch that fails rejects all its calls.
 */
export function batched<Item, Answer>(act: (items: readonly Item[]) => Promise<readonly Answer[]>, most: number): (item: Item) => Promise<Answer> {
  let waiting: { readonly item: Item; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void }[] = [];
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
      try {
        const answers = await act(batch.map((one) => one.item));
        batch.forEach((one, n) => one.resolve(answers[n] as Answer));
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    working = false;
  }
}
