import type { ComparedNotice } from '../../store/copy-port.ts';
import type { Store, Worker } from '../../store/port.ts';
import { isoTime, type Clock } from '../../capture/clock.ts';
import { copiesRecipe, copyIndexRecipe } from './copies-recipe.ts';
import { copyFinder, type CopyFinder } from './copy-finder.ts';
import { newIndexes, type CopyIndexes } from './copy-indexes.ts';
import { CopyIndexFolder } from './index-folder.ts';

export interface ComparerParts {
  readonly store: Pick<Store, 'copies' | 'lease' | 'forgetting' | 'logSize'>;
  readonly home: string;
  /** For the lease: one process compares at a time. */
  readonly worker: Worker;
  readonly clock: Clock;
  readonly note: (level: 'info' | 'warn', message: string) => void;
}

export interface Compared {
  readonly notices: number;
  /** Pairs that were not known before. */
  readonly found: number;
  /** False where another process is at it. */
  readonly free: boolean;
}

/** One process compares at a time. */
export const COMPARING_LEASE = 'copies';
const LEASE_MS = 30_000;
const BATCH = 20;
/** The index is put on the disk when so many texts came, a small one when it grew by such a share, or after this time: what a crash loses is taken in again. */
const SAVE_TEXTS = 5000;
const SAVE_SHARE = 1 / 16;
const SAVE_MS = 60_000;
/** From so many on a run says what it did. */
const MANY = 100;

/** Compares notices that wait with all texts of the home; keeps the index in memory between runs. */
export class NoticeComparer {
  readonly #parts: ComparerParts;
  readonly #recipe = copiesRecipe();
  readonly #folder: CopyIndexFolder;
  #indexes: CopyIndexes | undefined;
  #finder: CopyFinder | undefined;
  #unsaved = 0;
  #savedAt = 0;

  constructor(parts: ComparerParts) {
    this.#parts = parts;
    this.#folder = new CopyIndexFolder(parts.home, copyIndexRecipe());
  }

  /** Compares all that waits now, a batch in each commit. */
  async run(signal?: AbortSignal): Promise<Compared> {
    if (!(await this.#hold(LEASE_MS))) return { notices: 0, found: 0, free: false };
    try {
      return await this.#compareAll(signal);
    } finally {
      // Whoever comes next need not wait until the lease ends.
      await this.#hold(0);
    }
  }

  async #compareAll(signal: AbortSignal | undefined): Promise<Compared> {
    const { store, clock, note } = this.#parts;
    let [notices, found] = [0, 0];
    for (;;) {
      signal?.throwIfAborted();
      if (!(await this.#hold(LEASE_MS))) break;
      const finder = await this.#open();
      await this.#takeIn(finder, signal);
      const waiting = await store.copies.uncompared(this.#recipe, BATCH);
      if (waiting.length === 0) break;
      const nowIso = isoTime(clock.now());
      const compared: ComparedNotice[] = [];
      for (const { noticeId, stamp, ...one } of waiting)
        compared.push({ noticeId, stamp, recipe: this.#recipe, copies: await finder.find({ noticeId, stamp, ...one }, nowIso) });
      const kept = await store.copies.recordCopies(compared, nowIso);
      notices += kept.kept;
      found += kept.found.length;
      // What changes all the time must not be asked for ever.
      if (kept.kept === 0) break;
    }
    await this.save(false);
    if (notices >= MANY) note('info', `${notices} notices compared with all others, ${found} copies found`);
    return { notices, found, free: true };
  }

  /** Puts the index on the disk, where it is time or `now` says so. */
  async save(now: boolean): Promise<void> {
    const { clock, note } = this.#parts;
    if (this.#indexes === undefined || this.#unsaved === 0) return;
    const few = Math.min(SAVE_TEXTS, this.#indexes.words.index.texts * SAVE_SHARE);
    if (!now && this.#unsaved < few && clock.monotonic() - this.#savedAt < SAVE_MS) return;
    if (await this.#holdsForgotten(this.#indexes)) return;
    await this.#folder
      .save(this.#indexes)
      .catch((error: unknown) => note('warn', `the index of copies cannot be written: ${String(error)}`));
    this.#unsaved = 0;
    this.#savedAt = clock.monotonic();
  }

  /** The indexes as they were kept, or empty ones where there are none or something that they hold was forgotten since. */
  async #open(): Promise<CopyFinder> {
    const { store, clock } = this.#parts;
    let indexes = this.#indexes ?? (await this.#folder.load());
    if (indexes === undefined || (await this.#holdsForgotten(indexes))) indexes = newIndexes((await store.logSize()) - 1);
    if (this.#finder === undefined || indexes !== this.#indexes) {
      this.#indexes = indexes;
      this.#finder = copyFinder(store, indexes);
      this.#unsaved = 0;
      this.#savedAt = clock.monotonic();
    }
    return this.#finder;
  }

  /** Whether something was forgotten that may have been taken in before. */
  async #holdsForgotten({ lastForgotten }: CopyIndexes): Promise<boolean> {
    return (await this.#parts.store.forgetting.forgottenAfter(lastForgotten, 1)).length > 0;
  }

  async #takeIn(finder: CopyFinder, signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const count = await finder.takeIn();
      this.#unsaved += count;
      if (count === 0) return;
      signal?.throwIfAborted();
      if (this.#unsaved >= SAVE_TEXTS * 10) await this.save(true);
      await this.#hold(LEASE_MS);
    }
  }

  #hold(forMs: number): Promise<boolean> {
    const { store, worker, clock } = this.#parts;
    return store.lease(COMPARING_LEASE, worker, clock.now(), forMs);
  }
}
