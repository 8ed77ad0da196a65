import { runPython } from './peer-queries.ts';

export interface PeerSpeed {
  readonly name: string;
  /** Names per CPU second and core, best round. */
  readonly perSecond: number;
}

/** Runs the peers' own runners on the same list and queries and reads the rates that they print. */
export function measurePeers(log: (line: string) => void): PeerSpeed[] {
  const logic = show('logic-v2', runPython(['logicv2_screen.py', '1'], 'inherit'));
  const fuzzy = show('rapidfuzz', runPython(['rapidfuzz_screen.py'], 'inherit'));
  return [
    { name: 'logic-v2, one batch', perSecond: rateAfter(logic, /one batch/) },
    { name: 'logic-v2, one name at a time', perSecond: rateAfter(logic, /one name at a time/) },
    { name: 'token_set_ratio over all names', perSecond: rateAfter(fuzzy, /^token_set_ratio:/m) },
    { name: 'WRatio over all names', perSecond: rateAfter(fuzzy, /^WRatio:/m) },
  ];

  function show(name: string, output: string): string {
    for (const line of output.trim().split('\n')) log(`${name}: ${line}`);
    return output;
  }
}

/** The first `… names/s best` after a heading; NaN where there is none. */
export function rateAfter(output: string, heading: RegExp): number {
  const at = heading.exec(output)?.index ?? output.length;
  return Number(/([\d,.]+) names\/s best/.exec(output.slice(at))?.[1]?.replaceAll(',', '') ?? NaN);
}
