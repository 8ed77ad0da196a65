import type { Config } from '../../model/config.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { Clock } from '../../capture/clock.ts';
import { makeNewFile } from '../../evidence/new-file.ts';
import { nodeFiles } from '../../evidence/node-files.ts';
import type { PackageInfo } from '../../evidence/package/layout.ts';
import { openPackageKey } from '../../evidence/package/package-key.ts';
import { PackageWriter } from '../../evidence/package/package-writer.ts';
import { ZIP_LIMITS } from '../../evidence/zip/zip-reader.ts';
import type { HomePaths, OpenHome } from '../home.ts';
import { openLogOfHome } from '../log-of-home.ts';
import { gatherEvidence, type GatheredEvidence } from './gather-evidence.ts';
import { DroppedMeanwhile, PackageUnderWay } from './package-under-way.ts';

export interface ExportRequest {
  readonly notices: readonly NoticeId[];
  readonly file: string;
  /** Write over a file that is there. */
  readonly force: boolean;
  /** Leave names and contacts of private persons in what was derived. */
  readonly reveal: boolean;
  /** Who exports, for the chain of custody. */
  readonly by: string | null;
  readonly signal: AbortSignal;
  readonly onProgress: (what: string) => void;
  readonly clock?: Clock;
}

/** How many of each kind. */
export interface Unstamped {
  readonly captures: number;
  readonly observations: number;
}

export interface ExportedPackage {
  /** Of the file. */
  readonly bytes: number;
  readonly info: PackageInfo;
  /** What is under no time-stamp yet, where authorities were added: a reader who requires one would refuse the package. */
  readonly unstamped: Unstamped;
}

/** Index, pages, datapackage …, and up to some thousand time-stamps. */
const MEMBERS_BESIDE = 5000;

/** Exports begun before giving up on captures that the policy `keep` drops faster than they are copied. */
const ATTEMPTS = 5;

/**
 * Writes all evidence of some notices into one WACZ package: captures, observations, the entries of the log with their proofs under one checkpoint, readings, custody. Others may use the home meanwhile. The file is there whole or not at all.
 * Captures whose files cannot be put in are named in `info.leftOut`. Throws `not-found`, `usage`, `disk-full`, and `evidence-invalid` where the log does not hold.
 */
export async function exportPackage(home: OpenHome, paths: HomePaths, config: Config, request: ExportRequest): Promise<ExportedPackage> {
  const key = await openPackageKey(nodeFiles, paths.packageKey);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const evidence = await gatherEvidence(home.store, request.notices);
    refuseTooMany(evidence);
    if (evidence.entries.length === 0)
      throw new DualwatchError('not-found', 'nothing was logged yet of what is to be exported: it was listed, and never visited');
    // What was gathered is signed before anything is proved by it.
    const { key: logKey, keeper, folder } = await openLogOfHome(home, config);
    await keeper.signNow();
    const prover = await folder.prover();
    let exported: ExportedPackage | undefined;
    await makeNewFile(request.file, request.force, async (temporary) => {
      const writer = await PackageWriter.create(temporary, request.file);
      try {
        exported = await new PackageUnderWay({ store: home.store, paths, request, evidence, prover, logKey, key, writer }).write();
      } finally {
        await writer.close();
      }
    }).catch((error: unknown) => {
      if (!(error instanceof DroppedMeanwhile)) throw error;
    });
    if (exported !== undefined) return exported;
  }
  throw new DualwatchError(
    'store-busy',
    `captures were dropped under the policy keep while they were copied, ${ATTEMPTS} times in a row. Export again`,
  );
}

/** A capture brings its file and its reading, an entry its proof; some room is for the rest. */
function refuseTooMany({ captures, entries, notices }: GatheredEvidence): void {
  const members = captures.length * 2 + entries.length + MEMBERS_BESIDE;
  if (members > ZIP_LIMITS.members)
    throw new DualwatchError(
      'usage',
      `the evidence of ${notices.length === 1 ? 'this notice' : `these ${notices.length} notices`} would be ${members} files in one package, and readers take ${ZIP_LIMITS.members}; export fewer notices at a time`,
    );
}
