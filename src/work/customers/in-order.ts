/**
 * Runs `act` on what a stream gives, up to `ahead` at a time, and gives the answers in the order of the stream. No more than `ahead` are held:
 * a slow reader slows the stream down. The first error ends it, once what is under way has settled.
 */
export async function* inOrder<Item, Answer>(
  items: AsyncIterable<Item> | Iterable<Item>,
  ahead: number,
  act: (item: Item) => Promise<Answer>,
): AsyncGenerator<Answer, void> {
  const underWay: Promise<Answer>[] = [];
  try {
    for await (const item of items) {
      const answer = act(item);
      // It is awaited in its turn; until then its failure is no unhandled one.
      answer.catch(() => undefined);
      underWay.push(answer);
      if (underWay.length >= ahead) {
        const first = underWay.shift();
        if (first !== undefined) yield await first;
      }
    }
    for (let first = underWay.shift(); first !== undefined; first = underWay.shift()) yield await first;
  } finally {
    await Promise.allSettled(underWay);
  }
}
