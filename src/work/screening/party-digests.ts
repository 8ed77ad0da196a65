import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../model/digest.ts';
import { DurableWriter } from '../../evidence/durable-files.ts';
import { nodeFiles } from '../../evidence/node-files.ts';
import type { Party } from '../../model/party.ts';
import type { IndexStamp } from './index-file.ts';

/** Party id → digest of its listings and their content: two indexes answer alike about a party that has the same in both. */
export type PartyDigests = ReadonlyMap<string, string>;

const FOLDER = 'indexes/parties';
/** Earlier states that are kept to tell what has changed since; of older ones everything counts as changed. */
const KEPT = 30;

export function digestsOf(parties: readonly Party[]): PartyDigests {
  return new Map(
    parties.map(({ id, listings }) => [id, sha256(listings.map((listing) => `${listing.id} ${listing.hash}`).join('\n')).slice(0, 16)]),
  );
}

export async function saveDigests(home: string, stamp: IndexStamp, digests: PartyDigests): Promise<void> {
  const lines = Array.from(digests, ([id, digest]) => `${digest} ${id}\n`).join('');
  await new DurableWriter(nodeFiles, home).write([{ path: `${FOLDER}/${stamp}.txt`, bytes: Buffer.from(lines) }]);
  const found: { name: string; modifiedMs: number }[] = [];
  for (const name of await nodeFiles.list(join(home, FOLDER))) {
    const status = await nodeFiles.stat(join(home, FOLDER, name));
    if (status !== undefined) found.push({ name, modifiedMs: status.modifiedMs });
  }
  for (const { name } of found.toSorted((a, b) => b.modifiedMs - a.modifiedMs).slice(KEPT))
    await nodeFiles.unlink(join(home, FOLDER, name));
}

/** Undefined where that state is not kept any more. */
export async function loadDigests(home: string, stamp: IndexStamp): Promise<PartyDigests | undefined> {
  if (!/^[0-9a-f]{16}$/.test(stamp)) return undefined;
  const text = await readFile(join(home, FOLDER, `${stamp}.txt`), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  return new Map(text.split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(17), line.slice(0, 16)] as const])));
}
