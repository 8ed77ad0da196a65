import { createHash } from 'node:crypto';
import type { JsonBytes } from '../work/readers/json-bytes.ts';

/** An answer that is JSON already: made by a reading thread, so that it is neither taken apart and put together once more nor hashed here. */
export class JsonText {
  readonly body: Buffer;
  /** As the header `ETag` has it. */
  readonly tag: string;

  constructor(body: Buffer, tag: string) {
    [this.body, this.tag] = [body, tag];
  }
}

/** A page of a list whose items are JSON; `more` stands beside them. */
export function listText({ bytes, tag }: JsonBytes, nextCursor: string | null, total?: number | string, more: object = {}): JsonText {
  const rest = JSON.stringify({ nextCursor, total, ...more }).slice(1);
  const whole = createHash('sha256').update(tag).update(rest).digest('base64url').slice(0, 22);
  return new JsonText(Buffer.concat([Buffer.from('{"items":['), bytes, Buffer.from(`],${rest}`)]), `"${whole}"`);
}
