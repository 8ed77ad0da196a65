import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { samplePackage } from '../test/packages/sample-package.ts';
import { countFlips } from './packages/count-flips.ts';
import type { FlipKind } from './packages/count-flips.ts';

/**
 * One bit turned in an evidence package, at random: does `verify` find it, and name the member? Options: `--times N` (of each kind, default 10000), `--seed N` (default 1), `--package file`.
 * *Damage* turns a bit of any byte of the file; an *edit* turns one of a member's content and writes the zip anew with right CRCs. Ends with 1 where one was not found or not named.
 */
export async function run(args: readonly string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'dualwatch-flips-'));
  try {
    const given = valueOf(args, '--package');
    const bytes = given === undefined ? (await samplePackage(folder)).bytes : await readFile(given);
    const [times, seed] = [Number(valueOf(args, '--times') ?? 10_000), Number(valueOf(args, '--seed') ?? 1)];
    console.log(`${times} flips of each kind, seed ${seed}, over a package of ${bytes.length} bytes`);
    console.log(['kind'.padEnd(8), 'place'.padEnd(26), 'flips', 'found', 'named'].join('  '));
    let missed = 0;
    for (const kind of ['damage', 'edit'] as const satisfies readonly FlipKind[]) {
      const start = performance.now();
      const { places, unnamed } = await countFlips(bytes, kind, times, seed);
      for (const [place, count] of [...places].toSorted(([one], [other]) => (one < other ? -1 : 1)))
        console.log(
          [kind.padEnd(8), place.padEnd(26), ...[count.flips, count.found, count.named].map((number) => String(number).padStart(5))].join(
            '  ',
          ),
        );
      for (const line of unnamed.slice(0, 10)) console.log(`  not found or not named: ${line}`);
      missed += unnamed.length;
      console.log(
        `${kind}: ${times - unnamed.length} of ${times} found and named, ${((performance.now() - start) / times).toFixed(1)} ms each`,
      );
    }
    return missed === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function valueOf(args: readonly string[], option: string): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
}
