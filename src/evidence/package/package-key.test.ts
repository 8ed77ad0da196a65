import { webcrypto } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeFiles } from '../node-files.ts';
import { hasLowS, openPackageKey } from './package-key.ts';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'dualwatch-key-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a signature is one that viewers check with WebCrypto, and always the lower of the two', async () => {
  const key = await openPackageKey(nodeFiles, join(folder, 'a.key'));
  const algorithm = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-256' };
  const imported = await webcrypto.subtle.importKey('spki', key.publicKey, algorithm, true, ['verify']);
  for (let n = 0; n < 40; n += 1) {
    const text = `sha256:${n}`;
    const signature = key.sign(text);
    expect(hasLowS(signature)).toBe(true);
    expect(await webcrypto.subtle.verify(algorithm, imported, signature, Buffer.from(text))).toBe(true);
  }
});

test('the key is made once, for its owner alone, also by two at once', async () => {
  const path = join(folder, 'b.key');
  const [one, other] = await Promise.all([openPackageKey(nodeFiles, path), openPackageKey(nodeFiles, path)]);
  expect(one.fingerprint).toBe(other.fingerprint);
  expect((await openPackageKey(nodeFiles, path)).fingerprint).toBe(one.fingerprint);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(JSON.stringify(one)).toBe(`"${one.fingerprint}"`);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('a key that others may read, or that is none, is refused and not replaced', async () => {
  const path = join(folder, 'c.key');
  await openPackageKey(nodeFiles, path);
  chmodSync(path, 0o640);
  await expect(openPackageKey(nodeFiles, path)).rejects.toMatchObject({ code: 'config' });
  const broken = join(folder, 'd.key');
  writeFileSync(broken, 'nothing', { mode: 0o600 });
  await expect(openPackageKey(nodeFiles, broken)).rejects.toMatchObject({ code: 'config' });
});
