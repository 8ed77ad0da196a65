/** An answer that is JSON already: made by a reading thread, so that it is not taken apart and put together once more. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A page of a list whose items are JSON. */
export function listText(items: readonly string[], nextCursor: string | null, total: number | string | undefined): JsonText {
  const rest = `,"nextCursor":${JSON.stringify(nextCursor)}${total === undefined ? '' : `,"total":${JSON.stringify(total)}`}}`;
  return new JsonText(`{"items":[${items.join(',')}]${rest}`);
}
