import { z } from 'zod';
import { isDigest } from '../../model/digest.ts';
import { MEMBERS, PACKAGE_FORMAT } from '../package/layout.ts';
import type { Findings } from './findings.ts';
import type { Manifest } from './manifest.ts';
import { readDocument } from './own-documents.ts';
import type { PackageMembers } from './package-members.ts';

const digest = z.string().refine(isDigest);
const count = z.int().nonnegative();
const SCHEMA = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  software: z.string().startsWith('Dualwatch/'),
  createdAt: z.iso.datetime(),
  notices: z.array(z.strictObject({ id: z.string(), merged: z.array(z.string()), url: z.string() })).min(1),
  log: z.strictObject({ origin: z.string(), vkey: z.string(), size: count, root: z.string() }),
  signer: digest,
  entries: count,
  captures: count,
  masked: z.boolean(),
  leftOut: z.array(z.strictObject({ sha256: digest, index: count, why: z.enum(['dropped', 'forgotten', 'missing', 'damaged']) })),
});

/** `evidence/package.json`, its form checked. */
export type OwnPackage = z.infer<typeof SCHEMA>;

const MAX_BYTES = 64 * 1024 * 1024;

/** What a package of ours says of itself, held against datapackage.json. Undefined, and told as `members`, where it cannot be read. */
export async function readPackageInfo(
  members: PackageMembers,
  manifest: Manifest | undefined,
  findings: Findings,
): Promise<OwnPackage | undefined> {
  const fail = (why: string): undefined => findings.fail('members', MEMBERS.package, why);
  try {
    const parsed = SCHEMA.safeParse(await readDocument(members, MEMBERS.package, MAX_BYTES));
    if (!parsed.success)
      return fail(
        `it has not the form of ${PACKAGE_FORMAT}: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`,
      );
    if (manifest !== undefined && parsed.data.software !== manifest.software) fail('it names other software than datapackage.json');
    if (manifest !== undefined && parsed.data.createdAt !== manifest.created) fail('it names another time than datapackage.json');
    return parsed.data;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}
