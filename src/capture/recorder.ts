import type { Digest } from '../model/digest.ts';
import type { RecordedVisit, Store, Visit } from '../store/port.ts';

/** A capture file that is complete in memory. */
export interface CaptureFile {
  readonly sha256: Digest;
  readonly bytes: Uint8Array;
}

/** Where capture files live; every promise means "on the disk, its folder too". */
export interface CaptureFolder {
  keep(files: readonly CaptureFile[]): Promise<void>;
  drop(digests: readonly Digest[]): Promise<void>;
}

interface Waiting {
  readonly visit: Visit;
  readonly file: CaptureFile | null;
  readonly resolve: (recorded: RecordedVisit) => void;
  readonly reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 64;

/**
 * Acknowledges visits: first the files and their folders are on the disk, then one transaction holds the rows and their log entries,
 * then what the policy `keep` drops is deleted. Visits that arrive while a batch is under way share the next commit.
 */
export class Recorder {
  readonly #store: Pick<Store, 'recordVisits'>;
  readonly #folder: CaptureFolder;
  #waiting: Waiting[] = [];
  #working: Promise<void> | undefined;

  constructor(store: Pick<Store, 'recordVisits'>, folder: CaptureFolder) {
    this.#store = store;
    this.#folder = folder;
  }

  /** Resolves when the visit survives a crash. */
  record(visit: Visit, file: CaptureFile | null): Promise<RecordedVisit> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ visit, file, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    while (this.#working) await this.#working;
  }

  async #work(): Promise<void> {
    // One turn of the event loop lets visits that ended together share the commit.
    await new Promise<void>((resume) => setImmediate(resume));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.#commit(batch);
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    this.#working = undefined;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const files = batch.map((one) => one.file).filter((file) => file !== null);
    if (files.length > 0) await this.#folder.keep(files);
    const recorded = await this.#store.recordVisits(batch.map((one) => one.visit));
    const dropped = batch.map((one) => (one.visit.kind === 'notice' ? one.visit.drop?.sha256 : undefined)).filter((digest) => digest !== undefined);
    if (dropped.length > 0) await this.#folder.drop(dropped);
    batch.forEach((one, n) => {
      const answer = recorded[n];
      if (answer) one.resolve(answer);
      else one.reject(new Error('the store answered fewer visits than it was given'));
    });
  }
}
