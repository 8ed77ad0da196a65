/** An answer that is JSON already: made by a reading thread, so that it is not taken apart and put together once more. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A page of a list whose items are JSON; `more` stands beside them. */
export function listText(items: readonly string[], nextCursor: string | null, total?: number | string, more: object = {}): JsonText {
  return new JsonText(`{"items":[${items.join(',')}],${JSON.stringify({ nextCursor, total, ...more }).slice(1)}`);
}
