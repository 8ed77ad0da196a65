import { createHash } from 'node:crypto';
import type { Findings } from './findings.ts';
import { stringOf } from './manifest.ts';
import type { PackageMembers } from './package-members.ts';
import { readLines } from './read-lines.ts';
import { strictObject } from './strict-json.ts';

const MAX_LINE_BYTES = 1024 * 1024;

interface Block {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  readonly digest: string | undefined;
}

/** The blocks of a compressed index as its `.idx` lists them: one behind the other, the whole file, with the digests it gives. Packages of others have these. */
export async function checkBlocks(members: PackageMembers, findings: Findings): Promise<void> {
  for (const name of members.names.filter((member) => /^indexes\/.+\.idx$/.test(member))) {
    try {
      await checkIdx(members, name, findings);
    } catch (error) {
      findings.fail('index', name, error instanceof Error ? error.message : String(error));
    }
  }
}

async function checkIdx(members: PackageMembers, name: string, findings: Findings): Promise<void> {
  let target: string | undefined;
  const blocks: Block[] = [];
  for await (const { text, number } of readLines(members.open(name), MAX_LINE_BYTES)) {
    const json = /\{.*\}\s*$/.exec(text)?.[0];
    if (json === undefined) {
      if (text !== '') findings.fail('index', `${name}, line ${number}`, 'it holds no JSON');
      continue;
    }
    const line = strictObject(json);
    if (text.startsWith('!meta ')) target = stringOf(line['filename']) ?? '';
    else
      blocks.push({
        line: number,
        offset: Number(line['offset']),
        length: Number(line['length']),
        digest: stringOf(line['digest']),
      });
  }
  const file = `indexes/${target ?? ''}`;
  const size = members.entry(file)?.bytes;
  if (target === undefined || size === undefined) {
    findings.fail('index', name, `it does not name an index that is there (${target ?? 'none'})`);
    return;
  }
  let expected = 0;
  for (const { line, offset, length } of blocks) {
    if (offset !== expected || !Number.isSafeInteger(length) || length <= 0) {
      findings.fail('index', `${name}, line ${line}`, `a block of ${target} is said to begin at ${offset}, where ${expected} is expected`);
      return;
    }
    expected += length;
  }
  if (expected !== size) findings.fail('index', name, `its blocks have ${expected} bytes, ${target} has ${size}`);
  else
    await checkDigests(members, file, blocks, (line) =>
      findings.fail('index', `${name}, line ${line}`, `a block of ${target} has another digest`),
    );
}

async function checkDigests(members: PackageMembers, file: string, blocks: readonly Block[], fail: (line: number) => void): Promise<void> {
  let [n, left] = [0, blocks[0]?.length ?? 0];
  let hash = createHash('sha256');
  for await (const chunk of members.open(file)) {
    for (let at = 0; at < chunk.length && n < blocks.length;) {
      const piece = chunk.subarray(at, at + left);
      hash.update(piece);
      at += piece.length;
      left -= piece.length;
      if (left > 0) continue;
      const block = blocks[n];
      if (block?.digest !== undefined && block.digest !== `sha256:${hash.digest('hex')}`) fail(block.line);
      n += 1;
      left = blocks[n]?.length ?? 0;
      hash = createHash('sha256');
    }
  }
}
