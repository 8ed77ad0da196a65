import { canonicalJson } from '../../model/canonical-json.ts';
import type { Json } from '../../model/canonical-json.ts';
import { sha256 } from '../../model/digest.ts';
import type { WrittenMember } from '../zip/zip-writer.ts';
import { AUTH_VERSION, MEMBERS, resourceName, WACZ_VERSION } from './layout.ts';
import type { Datapackage, DatapackageDigest } from './layout.ts';
import type { PackageKey } from './package-key.ts';

/** A document of a package: canonical JSON and a line break. */
export function jsonDocument(value: object): string {
  return `${canonicalJson(value as Json)}\n`;
}

/** `datapackage.json` over the members written so far. */
export function datapackageOf(
  about: Pick<Datapackage, 'title' | 'software' | 'created'>,
  members: readonly Pick<WrittenMember, 'name' | 'sha256' | 'bytes'>[],
): string {
  const datapackage: Datapackage = {
    profile: 'data-package',
    wacz_version: WACZ_VERSION,
    ...about,
    resources: members.map(({ name, sha256: digest, bytes }) => ({
      name: resourceName(name),
      path: name,
      hash: `sha256:${digest}`,
      bytes,
    })),
  };
  return jsonDocument(datapackage);
}

/** `datapackage-digest.json` for the text of `datapackage.json`: https://specs.webrecorder.net/wacz-auth/0.1.0/, the anonymous form. */
export function signedDigestOf(datapackage: string, about: Pick<Datapackage, 'software' | 'created'>, key: PackageKey): string {
  const hash = `sha256:${sha256(datapackage)}`;
  const digest: DatapackageDigest = {
    path: MEMBERS.datapackage,
    hash,
    signedData: {
      hash,
      created: about.created,
      software: about.software,
      version: AUTH_VERSION,
      signature: Buffer.from(key.sign(hash)).toString('base64'),
      publicKey: Buffer.from(key.publicKey).toString('base64'),
    },
  };
  return jsonDocument(digest);
}
