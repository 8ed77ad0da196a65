import { compareMembers } from '../package/layout.ts';
import type { ByteSource } from '../zip/byte-source.ts';
import { centralHeader, endRecords, localHeader } from '../zip/zip-format.ts';
import { ZipFault } from '../zip/zip-fault.ts';
import { openZip } from '../zip/zip-reader.ts';
import type { Findings } from './findings.ts';
import { PackageMembers } from './package-members.ts';

/** Opens the zip. Undefined, and told as `container`, where it is refused. */
export async function openContainer(source: ByteSource, findings: Findings): Promise<PackageMembers | undefined> {
  try {
    const zip = await openZip(source);
    findings.note('container', 'pass');
    return new PackageMembers(zip);
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    findings.fail('container', error.member ?? 'the zip', error.message);
    return undefined;
  }
}

/** Compares a package of ours, header by header, with the one form that `zip-format.ts` would write for these members. */
export async function checkOwnContainer({ zip, names }: PackageMembers, findings: Findings): Promise<void> {
  const { source, entries, directory } = zip;
  if (entries.length !== directory.count) findings.fail('container', 'central directory', 'it lists folders; ours never do');
  names.forEach((name, n) => {
    const before = names[n - 1];
    if (before !== undefined && compareMembers(before, name) >= 0)
      findings.fail('container', name, `it stands behind ${before}; our order is another`);
  });
  const central: Buffer[] = [];
  for (const { name, crc32, bytes, offset } of entries) {
    const expected = localHeader({ name, crc32, bytes });
    const found = await source.read(offset, Math.min(expected.length, directory.offset - offset));
    if (!found.equals(expected)) findings.fail('container', name, 'its local header is not the one that our writer writes');
    central.push(centralHeader({ name, crc32, bytes, offset }));
  }
  const expected = Buffer.concat([...central, endRecords({ members: entries.length, offset: directory.offset, bytes: directory.bytes })]);
  const found = await source.read(directory.offset, source.size - directory.offset);
  if (found.equals(expected)) return;
  const at = Math.max(
    0,
    found.findIndex((byte, n) => byte !== expected[n]),
  );
  let end = 0;
  const member = entries.find((_, n) => at < (end += central[n]?.length ?? 0))?.name ?? 'end record';
  findings.fail('container', member, `byte ${directory.offset + at} of the directory is not what our writer writes`);
}
