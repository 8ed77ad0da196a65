import { createHash } from 'node:crypto';

/** JSON as it goes to the client, with a tag of its content. Threads hand the bytes over, they are not copied. */
export interface JsonBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/** Items of a list, each as JSON, with commas between. */
export function jsonBytes(items: readonly string[]): JsonBytes {
  const bytes = new TextEncoder().encode(items.join(','));
  return { bytes, tag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) };
}
