import type { Digest } from '../model/digest.ts';
import type { DurableWriter } from './durable-files.ts';

/** Where a capture stands, relative to the home: two folders deep, so that none holds more than some thousands. */
export function capturePath(sha256: Digest): string {
  return `captures/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.warc.gz`;
}

/** Puts captures on disk, whole and synced, when it resolves: only then may they be acknowledged. `writer` stands at the home. */
export async function writeCaptures(
  writer: DurableWriter,
  captures: readonly { readonly sha256: Digest; readonly bytes: Uint8Array }[],
): Promise<void> {
  await writer.write(captures.map(({ sha256, bytes }) => ({ path: capturePath(sha256), bytes })));
}
