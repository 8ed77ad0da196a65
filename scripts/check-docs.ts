import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs every block of the docs that is fenced as `sh run`, each file's blocks in order against one fresh home, and stops at the first failure.
 * A block that stays running or talks to the network is fenced as plain `sh`. `npm ci && ` at the start of a line counts as done.
 */
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const TIMEOUT_MS = 180_000;

interface Block {
  readonly line: number;
  readonly script: string;
}

let ran = 0;
for (const page of pages()) {
  const blocks = runnableBlocks(readFileSync(join(ROOT, page), 'utf8'));
  if (blocks.length === 0) continue;
  const home = mkdtempSync(join(tmpdir(), 'dualwatch-docs-'));
  for (const { line, script } of blocks) {
    console.log(`${page}:${line}\n${script.replace(/^/gm, '  $ ')}`);
    const env = { ...process.env, DUALWATCH_HOME: join(home, 'dualwatch-data') };
    const shell = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: TIMEOUT_MS,
    });
    if (shell.status !== 0) {
      console.error(`${page}:${line}: this does not run (${shell.error?.message ?? `exit ${shell.status}`})`);
      process.exit(1);
    }
    ran += 1;
  }
  rmSync(home, { recursive: true });
}
if (ran === 0) {
  console.error('no block of the docs is fenced as "sh run"');
  process.exit(1);
}
console.log(`${ran} blocks of the docs ran`);

function pages(): readonly string[] {
  const inRoot = readdirSync(ROOT).filter((name) => name.endsWith('.md'));
  const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return [...inRoot, ...inDocs.map((name) => join('docs', name))].toSorted();
}

function runnableBlocks(text: string): readonly Block[] {
  return [...text.matchAll(/^```sh run\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    script: (match[1] ?? '').replace(/^npm ci && /gm, '').trim(),
  }));
}
