import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoint, readConsistency } from './package-trust.ts';

const CHECKPOINT =
  'log.example\n12\ngQO0EFuP9aksW1catt+7qWTqsk7BLGfQWHVGAU2DSKM=\n\n— log.example F+DDqcJPB8wk2aI5+35dLBItm5KAbn5Gjj7Q9Mxq7thf\n';
const PROOF = 'cF0YborSsD//rxtSw6ybqVdyQMTpRz+16WgWq0MNpMc=\nhEzxshF5ZQed64vGUFta2zFZ7US9e5Up3R6w/ZSoTXc=\n';

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'trust-'))));
afterAll(async () => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const path = join(folder, 'kept.txt');
  await writeFile(path, text);
  return path;
}

describe('what somebody kept is read', () => {
  it.each([
    ['as it was printed', (text: string) => text],
    ['with an empty line behind, as a shell adds', (text: string) => `${text}\n`],
    ['without its last line break', (text: string) => text.trimEnd()],
    ['with the line ends of mail', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with the mark of an editor', (text: string) => `\uFEFF${text}`],
  ])('%s', async (_how, kept) => {
    expect(await readCheckpoint(await file(kept(CHECKPOINT)))).toBe(CHECKPOINT);
    expect(await readConsistency(await file(kept(PROOF)))).toBe(PROOF);
  });

  it('a checkpoint also as the object that a webhook got', async () => {
    const object = JSON.stringify({ size: 12, checkpoint: CHECKPOINT });
    for (const kept of [object, `\uFEFF${object}\r\n`]) expect(await readCheckpoint(await file(kept))).toBe(CHECKPOINT);
  });

  it('and nothing else: that says nothing about a log', async () => {
    for (const other of ['', 'junk', '{', '{"checkpoint":12}', '{"checkpoint":"junk"}'])
      await expect(readCheckpoint(await file(other))).rejects.toMatchObject({ code: 'usage' });
    await expect(readConsistency(await file('junk'))).rejects.toMatchObject({ code: 'usage' });
    expect(await readConsistency(await file(''))).toBe('');
  });
});
