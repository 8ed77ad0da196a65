/**
 * Speed and memory of name screening on the list and the 2,000 persons that the peers are measured with, one thread.
 * `npm run bench -- screen [--peers] [--skip-ten-times] [--text] [--json]`; `--text`: only the names inside texts. Rates are per CPU second; each measurement is a process of its own. Names that
 * are asked for again and again are timed in short moments, of which the quiet ones count, with all garbage that is collected (see `speedOf`); whole rounds stand beside them. `--peers` runs
 * logic-v2 and rapidfuzz (Python, `PEERS_HOME`) in the same run and prints the ratios.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HIT_THRESHOLD } from '../src/model/match.ts';
import type { NameQuery } from '../src/model/party.ts';
import { HEAP_MB, YOUNG_HALF_MB } from '../src/work/screening/thread-memory.ts';
import { companyQueries } from './names/company-queries.ts';
import { peerQueries } from './names/peer-queries.ts';
import type { PeerQuery } from './names/peer-queries.ts';
import type { Speed } from './names/quiet-speed.ts';
import { newCompanies, newPersons } from './names/new-names.ts';
import { measurePeers } from './names/peer-speed.ts';
import { peersList } from './names/peers-list.ts';
import { textScanSpeed, type TextSpeed } from './names/text-speed.ts';

const CHILD = fileURLToPath(new URL('names/speed-child.ts', import.meta.url));
/** Names that are asked for once, in five rounds. */
const UNSEEN = 10_000;
const FIRST = fileURLToPath(new URL('names/first-answer.ts', import.meta.url));

/** The two ways to ask: as the product does by default, and for the ten best whatever their score, which is more work. */
const ASKED = [
  { as: `hits from ${HIT_THRESHOLD} on`, threshold: HIT_THRESHOLD },
  { as: 'ten best of any score', threshold: 0 },
] as const;

interface Built {
  readonly parties: number;
  readonly names: number;
  readonly wallMs: number;
  readonly cpu: number;
  readonly bytes: number;
  readonly peakMb: number;
}

interface First {
  readonly importedMs: number;
  readonly compiledMs: number;
  readonly openedMs: number;
  readonly firstMs: number;
}

interface Screened extends Speed {
  readonly calibration: number;
  readonly peakMb: number;
  readonly answers: readonly (readonly { readonly id: string; readonly score: number }[])[];
}

/** Measures and prints. Throws where the engine, the data or, with `--peers`, Python are absent. */
export async function run(args: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dualwatch-bench-screen-'));
  const results: Record<string, unknown> = {};
  const say = (line: string): void => void (args.includes('--json') ? process.stderr : process.stdout).write(`${line}\n`);
  try {
    if (args.includes('--text')) {
      results['text'] = sayText();
      if (args.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`);
      return;
    }
    let personsPerSecond: number | undefined;
    const persons = peerQueries();
    const personQueries = persons.map(({ name }): NameQuery => ({ name, schema: 'Person' }));
    const parties = peersList();
    const companies = companyQueries(parties, 2_000);
    const unseenPersons = newPersons(parties, UNSEEN, personQueries);
    const unseenCompanies = newCompanies(parties, UNSEEN, companies);
    const file = join(folder, 'list.index');
    results['build'] = sayBuilt('the list', child<Built>('build', file));
    results['first'] = sayFirst('first answer after the first start', firstAnswer(file, join(folder, 'code')));
    results['first again'] = sayFirst('first answer after a further start', firstAnswer(file, join(folder, 'code')));
    for (const { as, threshold } of ASKED) {
      const onPersons = child<Screened>('screen', file, { queries: personQueries, threshold });
      personsPerSecond ??= onPersons.perSecond;
      results[`persons, ${as}`] = sayScreened(`persons, ${as}`, onPersons, 2_000);
      sayPositives(persons, onPersons);
      results[`companies, ${as}`] = sayScreened(
        `companies, ${as}`,
        child<Screened>('screen', file, { queries: companies, threshold }),
        2_000,
      );
    }
    const sayUnseen = (what: string, index: string, queries: readonly NameQuery[], unseen: readonly NameQuery[]): void => {
      const task = { queries, unseen, threshold: HIT_THRESHOLD };
      results[`${what}, never asked before`] = sayScreened(
        `${what}, never asked before`,
        child<Screened>('screen', index, task),
        unseen.length / 5,
      );
    };
    sayUnseen('persons', file, personQueries, unseenPersons);
    sayUnseen('companies', file, companies, unseenCompanies);
    if (!args.includes('--skip-ten-times')) {
      const big = join(folder, 'ten-times.index');
      results['build ten times'] = sayBuilt('ten times the list, noised', child<Built>('build-ten-times', big));
      const mixed = [...personQueries.slice(0, 1_000), ...companies.slice(0, 1_000)];
      for (const { as, threshold } of ASKED)
        results[`ten times, ${as}`] = sayScreened(
          `ten times the list, half persons, half companies, ${as}`,
          child<Screened>('screen', big, { queries: mixed, threshold }),
          mixed.length,
        );
      const half = UNSEEN / 2;
      sayUnseen(
        'ten times the list, half persons, half companies',
        big,
        mixed,
        mixOf(unseenPersons.slice(0, half), unseenCompanies.slice(0, half)),
      );
    }
    results['text'] = sayText();
    if (args.includes('--peers')) {
      const peers = measurePeers((line) => process.stderr.write(`${line}\n`));
      results['peers'] = peers;
      for (const { name, perSecond } of peers)
        say(`  ${name}: ${perSecond.toFixed(1)} names/s; persons here ${((personsPerSecond ?? NaN) / perSecond).toFixed(0)} times as many`);
    }
    if (args.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  function sayText(): TextSpeed | undefined {
    const text = textScanSpeed();
    say(
      text === undefined
        ? 'scanning text for names: no development notices beside the checkout'
        : `scanning text for ${text.names} names, MB/s of CPU time, texts never seen (the same again): ${[{ lang: 'all', ...text.all }, ...text.rates].map(({ lang, newMbPerSecond, againMbPerSecond }) => `${lang} ${newMbPerSecond.toFixed(1)} (${againMbPerSecond.toFixed(1)})`).join(', ')}; the notices themselves again and again ${text.notices.againMbPerSecond.toFixed(1)} (for the first time ${text.notices.firstMbPerSecond.toFixed(1)})`,
    );
    return text;
  }

  function sayFirst(what: string, first: First): First {
    say(
      `${what}: ${first.firstMs.toFixed(0)} ms (program ${first.importedMs.toFixed(0)}, catalogue ${(first.compiledMs - first.importedMs).toFixed(0)}, index ${(first.openedMs - first.compiledMs).toFixed(0)})`,
    );
    return first;
  }

  function sayBuilt(what: string, built: Built): Built {
    say(
      `index of ${what}: ${built.parties} parties, ${built.names} names; ${(built.wallMs / 1000).toFixed(2)} s (${built.cpu.toFixed(2)} s of CPU), ${(built.bytes / 2 ** 20).toFixed(1)} MB, peak memory while building ${built.peakMb.toFixed(0)} MB`,
    );
    return built;
  }

  function sayScreened(what: string, screened: Screened, n: number): object {
    const { perSecond, bestRound, medianRound, calibration, peakMb } = screened;
    say(
      `${what}: ${perSecond.toFixed(0)} names/s (whole rounds: ${bestRound.toFixed(0)} the best, ${medianRound.toFixed(0)} the median; ${n} names, one thread, warm); calibration ${calibration.toFixed(3)} s, so ${(perSecond * calibration).toFixed(0)} per calibration loop; peak memory ${peakMb.toFixed(0)} MB`,
    );
    return { perSecond, bestRound, medianRound, calibration, peakMb };
  }

  /** As the peers report theirs: listed persons among the ten best, level first; others with a hit. */
  function sayPositives(queries: readonly PeerQuery[], { answers }: Screened): void {
    for (const altered of [false, true]) {
      const chosen = queries
        .map(({ party }, n) => ({ party, answer: answers[n] ?? [] }))
        .filter(({ party }, n) => party !== null && queries[n]?.altered === altered);
      const score = ({ party, answer }: (typeof chosen)[number]): number => answer.find(({ id }) => id === party)?.score ?? -1;
      const found = chosen.filter((one) => score(one) >= 0).length;
      const first = chosen.filter((one) => score(one) >= 0 && score(one) === one.answer[0]?.score).length;
      say(
        `  ${altered ? 'changed' : 'as listed'}: top 10 ${found} of ${chosen.length}, level first ${first}, hits ${chosen.filter((one) => score(one) >= HIT_THRESHOLD).length}`,
      );
    }
    const others = answers.filter((_, n) => queries[n]?.party === null);
    say(`  on no list: ${others.filter((answer) => (answer[0]?.score ?? 0) >= HIT_THRESHOLD).length} of ${others.length} with a hit`);
  }
}

/** Names of both by turns. */
function mixOf(persons: readonly NameQuery[], companies: readonly NameQuery[]): NameQuery[] {
  return persons.flatMap((person, n) => [person, ...companies.slice(n, n + 1)]);
}

function child<Result>(task: string, file: string, input?: unknown): Result {
  // A process of its own in place of the product's thread, with the same bounds.
  const bound = task === 'screen' ? [`--max-semi-space-size=${YOUNG_HALF_MB}`, `--max-old-space-size=${HEAP_MB}`] : [];
  return runChild<Result>([...bound, CHILD, task, file], input);
}

/** As the command starts: what Node has compiled is kept in a folder, which the first start fills and further ones read. */
function firstAnswer(file: string, code: string): First {
  return runChild<First>([FIRST, file], undefined, { NODE_COMPILE_CACHE: code });
}

function runChild<Result>(command: readonly string[], input?: unknown, env: NodeJS.ProcessEnv = {}): Result {
  const done = spawnSync(process.execPath, command, {
    env: { ...process.env, ...env },
    input: input === undefined ? '' : JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`the measurement "${command.slice(1).join(' ')}" failed with exit code ${String(done.status)}`);
  return JSON.parse(done.stdout) as Result;
}
