import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DualwatchError } from '../../src/model/errors.ts';
import { SHARED } from './shared-names.ts';

/** Folder of the peers' runners. */
export const PEERS = join(SHARED, 'peers/names');

/** One of the 2,000 persons that every system is asked for; `party` is null for people on no list. */
export interface PeerQuery {
  readonly name: string;
  readonly party: string | null;
  readonly altered: boolean;
}

/** The same sample as the peers get: Python's random numbers draw it, so Python prints it. Throws `not-found` without the runners or Python. */
export function peerQueries(): PeerQuery[] {
  if (!existsSync(PEERS))
    throw new DualwatchError('not-found', `no runners at ${PEERS}; set DUALWATCH_SHARED to the folder that holds peers/names`);
  const program =
    'import json, sys\nsys.dont_write_bytecode = True\nfrom common import queries\njson.dump([[q, gold, changed] for q, gold, changed in queries()], sys.stdout)';
  const output = runPython(['-c', program], 'pipe');
  return (JSON.parse(output) as [string, string | null, boolean][]).map(([name, party, altered]) => ({ name, party, altered }));
}

/** Python of the peers' environment (`PEERS_HOME`), or the system's. */
export function peersPython(): string {
  const own = join(process.env['PEERS_HOME'] ?? join(homedir(), '.cache/dualwatch-peers'), 'names/bin/python');
  return existsSync(own) ? own : 'python3';
}

/** Runs Python beside the runners, gives it `input` and returns what it prints. Throws `not-found` where it fails. */
export function runPython(args: readonly string[], stderr: 'pipe' | 'inherit', input = ''): string {
  try {
    const env = { ...process.env, PYTHONPATH: PEERS, PYTHONDONTWRITEBYTECODE: '1' };
    return execFileSync(peersPython(), args, {
      cwd: PEERS,
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      input,
      stdio: ['pipe', 'pipe', stderr],
    });
  } catch (cause) {
    throw new DualwatchError(
      'not-found',
      `${peersPython()} ${args[0] ?? ''} failed in ${PEERS}; make its environment with setup.sh there`,
      { cause },
    );
  }
}
