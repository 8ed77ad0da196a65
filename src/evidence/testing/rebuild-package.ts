import { crc32 } from 'node:zlib';
import { sha256 } from '../../model/digest.ts';
import { datapackageOf, signedDigestOf } from '../package/datapackage.ts';
import { compareMembers, MEMBERS } from '../package/layout.ts';
import type { PackageKey } from '../package/package-key.ts';
import { memorySource } from '../zip/byte-source.ts';
import { contentOf } from '../zip/zip-content.ts';
import { centralHeader, endRecords, localHeader } from '../zip/zip-format.ts';
import { openZip } from '../zip/zip-reader.ts';

export type Contents = ReadonlyMap<string, Buffer>;

/** The members of a package, for making another one of them. */
export async function unpackPackage(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await openZip(memorySource(bytes));
  const contents = new Map<string, Buffer>();
  for (const entry of zip.entries) {
    const chunks: Buffer[] = [];
    for await (const chunk of contentOf(zip.source, entry)) chunks.push(chunk);
    contents.set(entry.name, Buffer.concat(chunks));
  }
  return contents;
}

/** A container of our one form around these members, in our order, CRCs right: what an editor with a careful tool would make. */
export function packMembers(contents: Contents): Buffer {
  const [parts, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const name of [...contents.keys()].toSorted(compareMembers)) {
    const content = contents.get(name) ?? Buffer.alloc(0);
    const member = { name, crc32: crc32(content), bytes: content.length, offset };
    const header = localHeader(member);
    parts.push(header, content);
    central.push(centralHeader(member));
    offset += header.length + content.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...parts, directory, endRecords({ members: contents.size, offset, bytes: directory.length })]);
}

/** The same members under a datapackage and signature made anew: a forgery, where the key is another's. */
export function sealAnew(contents: Contents, key: PackageKey): Buffer {
  const sealed = new Map(contents);
  const { title, software, created } = JSON.parse(String(contents.get(MEMBERS.datapackage))) as {
    readonly title: string;
    readonly software: string;
    readonly created: string;
  };
  const names = [...contents.keys()].filter((name) => name !== MEMBERS.datapackage && name !== MEMBERS.digest).toSorted(compareMembers);
  const members = names.map((name) => ({ name, sha256: sha256(contents.get(name) ?? ''), bytes: contents.get(name)?.length ?? 0 }));
  const datapackage = datapackageOf({ title, software, created }, members);
  sealed.set(MEMBERS.datapackage, Buffer.from(datapackage));
  sealed.set(MEMBERS.digest, Buffer.from(signedDigestOf(datapackage, { software, created }, key)));
  return packMembers(sealed);
}
