import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Readers of pages beside the checkout (`../shared/peers/read`), each with its options. */
export const PEERS: readonly (readonly [script: string, options: readonly string[]])[] = [
  ['resiliparse_read.py', []],
  ['resiliparse_read.py', ['--unhide']],
  ['readability_read.mjs', ['--unhide']],
  ['readability_lxml_read.py', ['--unhide']],
  ['trafilatura_read.py', []],
];

/** What a peer prints at its end. */
export interface PeerSummary {
  readonly peer: string;
  readonly mb_per_cpu_s_best: number;
  readonly pages_per_cpu_s_best: number;
}

/** What a peer says of one file. */
export interface PeerReading {
  readonly file: string;
  readonly title: string | null;
  readonly text: string | null;
}

/** The Python of the peers' environment, set up where it is missing; undefined, with a word why, where that fails. */
export function peersPython(peers: string): string | undefined {
  try {
    return execFileSync('sh', [join(peers, 'setup.sh')], { encoding: 'utf8', timeout: 300_000, stdio: ['ignore', 'pipe', 'pipe'] })
      .trim()
      .split('\n')
      .at(-1);
  } catch (error) {
    console.error(`the peers' environment could not be set up (${firstLine(error)})`);
    return undefined;
  }
}

/** Runs a peer over the `.html` files of a folder. Throws where it fails. */
export function runPeer(
  peers: string,
  python: string,
  [script, options]: (typeof PEERS)[number],
  folder: string,
): { readonly readings: readonly PeerReading[]; readonly summary: PeerSummary } {
  const command = script.endsWith('.mjs') ? process.execPath : python;
  const lines = execFileSync(command, [join(peers, script), folder, ...options], {
    encoding: 'utf8',
    timeout: 240_000,
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  })
    .trim()
    .split('\n');
  return {
    readings: lines.slice(0, -1).map((line) => JSON.parse(line) as PeerReading),
    summary: JSON.parse(lines.at(-1) ?? '{}') as PeerSummary,
  };
}

export function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
