import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** May be shipped with or under an Apache-2.0 program without asking its users for more than to keep the notice. */
const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'PSF-2.0',
]);

/** Tools that only build and test, and what the desk is built of. Copyleft of a file (MPL) reaches nobody there; a font may be bundled under the OFL as long as it is not sold alone. */
const ALLOWED_FOR_TOOLS: ReadonlySet<string> = new Set([...ALLOWED, 'MPL-2.0', 'OFL-1.1', 'Unlicense']);

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** One line for each package of the lockfile whose licence is unknown or not allowed, or is another one once installed. */
export function licenceProblems(root = fileURLToPath(new URL('../', import.meta.url))): readonly string[] {
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')) as {
    readonly packages: Readonly<Record<string, LockedPackage>>;
  };
  return Object.entries(lock.packages).flatMap(([path, locked]) => {
    if (path === '' || locked.link) return [];
    const allowed = locked.dev ? ALLOWED_FOR_TOOLS : ALLOWED;
    const installed = installedLicence(`${root}/${path}/package.json`);
    const licences = [locked.license, installed].filter((licence) => licence !== undefined);
    if (licences.length === 0) return [`${path}: no licence is stated`];
    return licences.filter((licence) => !isAllowed(licence, allowed)).map((licence) => `${path}: ${licence} is not on the list`);
  });
}

/** SPDX expressions as npm packages use them: `A`, `(A OR B)`, `A AND B`. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes('(')) return false;
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((licence) => allowed.has(licence.trim())));
}

/** Undefined for a package of another platform, which is in the lockfile and not on the disk. */
function installedLicence(manifest: string): string | undefined {
  if (!existsSync(manifest)) return undefined;
  const { license } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly license?: string | { readonly type: string } };
  return typeof license === 'object' ? license.type : license;
}
