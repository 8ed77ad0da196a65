import { isDigest } from '../../model/digest.ts';
import type { Digest } from '../../model/digest.ts';
import { MEMBERS } from '../package/layout.ts';
import type { Findings } from './findings.ts';
import type { PackageMembers } from './package-members.ts';
import { isObject, strictObject, strictText } from './strict-json.ts';

/** A file as datapackage.json lists it. */
export interface Resource {
  readonly name: string | undefined;
  readonly path: string;
  readonly sha256: Digest;
  readonly bytes: number;
}

export interface Manifest {
  /** As it stands. */
  readonly text: string;
  readonly json: { readonly [key: string]: unknown };
  readonly software: string;
  readonly created: string | undefined;
  readonly resources: ReadonlyMap<string, Resource>;
}

const MAX_BYTES = 64 * 1024 * 1024;

/** Reads datapackage.json, of WACZ 1.0.0 to 1.1.1. Undefined, and told as `manifest`, where nothing can be checked against it. */
export async function readManifest(members: PackageMembers, findings: Findings): Promise<Manifest | undefined> {
  const where = MEMBERS.datapackage;
  const fail = (why: string): undefined => findings.fail('manifest', where, why);
  try {
    const bytes = await members.read(where, MAX_BYTES);
    if (bytes === undefined) return fail('it is missing: this is no WACZ package');
    const text = strictText(bytes);
    const json = strictObject(text);
    if (!Array.isArray(json['resources'])) return fail('it has no list of resources');
    const resources = new Map<string, Resource>();
    for (const [n, listed] of (json['resources'] as readonly unknown[]).entries()) {
      if (findings.full('manifest')) break;
      const resource = readResource(listed);
      if (resource === undefined) fail(`resource ${n} has no path, SHA-256 and length`);
      else if (resources.has(resource.path)) fail(`it lists ${resource.path} twice`);
      else resources.set(resource.path, resource);
    }
    return { text, json, resources, software: stringOf(json['software']) ?? '', created: stringOf(json['created']) };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Version 1.0.0 has `stats: {hash, bytes}` and `hashing`, later ones `hash: "sha256:…"` and `bytes`. */
function readResource(listed: unknown): Resource | undefined {
  if (!isObject(listed)) return undefined;
  const stats = isObject(listed['stats']) && listed['hashing'] === 'sha256' ? listed['stats'] : undefined;
  const labelled = stringOf(stats === undefined ? listed['hash'] : stats['hash']) ?? '';
  const digest = stats === undefined ? (/^sha256:(.*)$/.exec(labelled)?.[1] ?? '') : labelled;
  const bytes = stats === undefined ? listed['bytes'] : stats['bytes'];
  const path = stringOf(listed['path']);
  if (path === undefined || !isDigest(digest) || typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0) return undefined;
  return { name: stringOf(listed['name']), path, sha256: digest, bytes };
}

/** Every member against the list, both ways; their digests are at hand once all have been read. */
export function checkManifest(members: PackageMembers, manifest: Manifest, findings: Findings): void {
  const unlisted = new Set<string>([MEMBERS.datapackage, MEMBERS.digest]);
  for (const { name, bytes } of members.zip.entries) {
    if (unlisted.has(name)) continue;
    const listed = manifest.resources.get(name);
    const found = members.digests.get(name);
    if (listed === undefined) findings.fail('manifest', name, 'datapackage.json does not list it: it was added');
    else if (listed.bytes !== bytes) findings.fail('manifest', name, `it has ${bytes} bytes, datapackage.json says ${listed.bytes}`);
    else if (found !== undefined && listed.sha256 !== found)
      findings.fail('manifest', name, `it was altered: its SHA-256 is ${found}, datapackage.json says ${listed.sha256}`);
  }
  for (const path of manifest.resources.keys()) {
    if (unlisted.has(path)) findings.fail('manifest', path, 'it lists itself or its digest');
    else if (!members.has(path)) findings.fail('manifest', path, 'datapackage.json lists it, but it is not there');
  }
  if (!findings.failed('manifest')) findings.note('manifest', 'pass');
}

export function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
