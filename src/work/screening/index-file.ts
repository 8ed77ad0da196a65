import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { KeptList } from '../../model/kept-list.ts';
import type { Store } from '../../store/port.ts';
import { DurableWriter } from '../../evidence/durable-files.ts';
import { nodeFiles } from '../../evidence/node-files.ts';
import { SCREEN_CODE_VERSION, type NameKnowledge } from '../../screen/knowledge.ts';
import { openScreenIndex, type ScreenIndex } from '../../screen/index/screen-index.ts';

/** Names what an index was built of: lists in their versions, what people said of parties, knowledge and code. Other content, another stamp. */
export type IndexStamp = string;

const FOLDER = 'indexes';

/** The stamp that an index must have now. */
export async function currentStamp(
  store: Pick<Store, 'lists' | 'partyLinks'>,
  knowledge: Pick<NameKnowledge, 'recipe'>,
): Promise<IndexStamp> {
  let lastLink = -1;
  for await (const { logIndex } of store.partyLinks()) lastLink = Math.max(lastLink, logIndex);
  const lists = screenedLists(await store.lists()).map(({ name, current }): [string, number] => [name, current.version]);
  return sha256(canonicalJson({ code: SCREEN_CODE_VERSION, recipe: knowledge.recipe, lists, lastLink })).slice(0, 16);
}

/** Lists that names are screened against: those that have a version and were not removed. */
export function screenedLists(lists: readonly KeptList[]): readonly (KeptList & { readonly current: NonNullable<KeptList['current']> })[] {
  return lists.flatMap((list) => (list.current === null || list.removed === true ? [] : [{ ...list, current: list.current }]));
}

export function indexPath(stamp: IndexStamp): string {
  return `${FOLDER}/screen-${stamp}.bin`;
}

/** Puts an index in its place, whole or not at all, and removes those that no run will ask for any more. */
export async function saveIndex(home: string, stamp: IndexStamp, bytes: Uint8Array): Promise<void> {
  // What is written is copied out of shared memory: not every call of the file system takes it.
  await new DurableWriter(nodeFiles, home).write([{ path: indexPath(stamp), bytes: Buffer.from(bytes) }]);
  for (const { stamp: other } of await savedIndexes(home))
    if (other !== stamp) await nodeFiles.unlink(join(home, indexPath(other))).catch(() => undefined);
}

/** Indexes in the home, the newest first. */
export async function savedIndexes(home: string): Promise<readonly { readonly stamp: IndexStamp; readonly modifiedMs: number }[]> {
  const names = await readdir(join(home, FOLDER)).catch(() => [] as string[]);
  const found: { stamp: IndexStamp; modifiedMs: number }[] = [];
  for (const name of names) {
    const stamp = /^screen-([0-9a-f]{16})\.bin$/.exec(name)?.[1];
    const status = stamp === undefined ? undefined : await nodeFiles.stat(join(home, FOLDER, name));
    if (stamp !== undefined && status !== undefined) found.push({ stamp, modifiedMs: status.modifiedMs });
  }
  return found.toSorted((a, b) => b.modifiedMs - a.modifiedMs);
}

/** Reads an index into memory that threads can share. Undefined where there is none, or none that can be read: it is built again then. */
export async function loadIndex(home: string, stamp: IndexStamp, knowledge: NameKnowledge): Promise<ScreenIndex | undefined> {
  const handle = await open(join(home, indexPath(stamp)), 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    for (let at = 0; at < size;) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(size - at, 1 << 26), at);
      if (bytesRead === 0) return undefined;
      at += bytesRead;
    }
    const index = openScreenIndex(bytes, knowledge);
    return index.recipe === knowledge.recipe ? index : undefined;
  } catch (error) {
    if (error instanceof DualwatchError && error.code === 'input-malformed') return undefined;
    throw error;
  } finally {
    await handle.close();
  }
}
