import { isMemberName, MEMBERS, resourceName, WACZ_VERSION } from '../package/layout.ts';
import { jsonDocument } from '../package/datapackage.ts';
import type { Findings } from './findings.ts';
import type { Manifest } from './manifest.ts';
import type { PackageMembers } from './package-members.ts';
import { isArchive } from './check-records.ts';

/** What WACZ asks of any package. */
export function checkForeignMembers(members: PackageMembers, manifest: Manifest | undefined, findings: Findings): void {
  if (!members.names.some(isArchive)) findings.fail('members', 'archive/', 'no WARC file is in it');
  if (manifest !== undefined && typeof manifest.json['wacz_version'] !== 'string')
    findings.fail('members', MEMBERS.datapackage, 'it does not say which version of WACZ it is of');
  if (!findings.failed('members')) findings.note('members', 'pass');
}

/** What our layout asks of ours: the members it knows, all that it demands, datapackage.json in its one form. */
export function checkOwnMembers(members: PackageMembers, manifest: Manifest | undefined, findings: Findings): void {
  for (const name of members.names) {
    if (!isMemberName(name)) findings.fail('members', name, 'our layout knows no such member');
  }
  for (const name of Object.values(MEMBERS)) {
    if (!members.has(name)) findings.fail('members', name, 'it is missing: every package of ours has one');
  }
  if (manifest !== undefined) checkDatapackage(members, manifest, (why) => findings.fail('members', MEMBERS.datapackage, why));
  if (!findings.failed('members')) findings.note('members', 'pass');
}

function checkDatapackage(
  members: PackageMembers,
  { text, json, resources, created, software }: Manifest,
  fail: (why: string) => void,
): void {
  if (jsonDocument(json) !== text) fail('its JSON is not of the one form that ours have');
  if (Object.keys(json).toSorted().join() !== 'created,profile,resources,software,title,wacz_version')
    fail('it has other members than ours have');
  if (json['profile'] !== 'data-package' || json['wacz_version'] !== WACZ_VERSION) fail(`it is not of WACZ ${WACZ_VERSION}`);
  if (typeof json['title'] !== 'string') fail('it has no title');
  if (!software.startsWith('Dualwatch/')) fail('it does not name our software, yet has our members');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created ?? '')) fail('it does not say when it was created, in whole seconds of UTC');
  const expected = members.names.filter((name) => name !== MEMBERS.datapackage && name !== MEMBERS.digest);
  const listed = [...resources.values()];
  if (listed.map(({ path }) => path).join('\n') !== expected.join('\n')) fail('it does not list the members in their order');
  const misnamed = listed.find(({ name, path }) => name !== resourceName(path));
  if (misnamed !== undefined) fail(`it gives ${misnamed.path} another name than ours have`);
}
