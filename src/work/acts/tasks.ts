import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isoTime, systemClock } from '../../capture/clock.ts';
import type { Config } from '../../model/config.ts';
import type { Digest } from '../../model/digest.ts';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import type { NoticeId } from '../../model/ids.ts';
import type { ForgetRecord } from '../../model/log-record.ts';
import { openCheckpoint } from '../../evidence/checkpoint.ts';
import type { PackageVerdict } from '../../evidence/verify-package/verdict.ts';
import type { PackageInfo } from '../../evidence/package/layout.ts';
import { askAuthorities } from '../anchors/ask-authorities.ts';
import { checkNames } from '../package-trust.ts';
import { verifyPackageFile } from '../verify-package-file.ts';
import { captureAddress, type KeptAddress } from '../capture-address.ts';
import { beginDemo, demoOf } from '../demo/demo-of-home.ts';
import type { DemoState } from '../demo/demo-state.ts';
import { exportPackage } from '../export/export-package.ts';
import { forgetCapture, type Forgetting } from '../forget/forget-capture.ts';
import { findLog, type OpenHome } from '../home.ts';
import { openLocal } from '../local.ts';
import { openLogOfHome } from '../log-of-home.ts';
import { published } from '../publish-checkpoint.ts';
import type { Source } from '../../model/source.ts';
import { checkNow } from '../sources/check-now.ts';
import { shownSource, triedLine } from '../sources/shown-source.ts';
import { trySource } from '../try-source.ts';
import * as lists from './list-acts.ts';
import { verifyHome, type HomeVerdict } from '../verify-home.ts';

/** What the thread of acts works with. */
export interface Acting {
  readonly home: OpenHome;
  readonly config: Config;
}

type WantedSource = Parameters<typeof trySource>[1];

/** What can be asked of the thread of acts, by name. What goes in and out is copied between threads. */
export const ACTS = {
  capture,
  trySource: tryOnly,
  addSource,
  checkSource,
  exportNotices,
  verify,
  verifyingNow,
  verifyPackage,
  checkpoint,
  consistency,
  prove,
  stamp,
  forget,
  signLog,
  demo,
  beginDemo: begin,
  ...lists,
} as const;

export type Acts = typeof ACTS;

/** Packages that were never fetched are removed after a day. */
const PACKAGE_KEPT_MS = 86_400_000;

async function capture(
  { home, config }: Acting,
  given: Parameters<typeof captureAddress>[2],
): Promise<KeptAddress & { readonly trouble: string | null }> {
  const stop = new AbortController();
  const notes: string[] = [];
  const told = { note: (message: string) => void notes.push(message), progress: () => undefined, signal: stop.signal };
  let kept: KeptAddress | undefined;
  try {
    await captureAddress(home, config, given, told, (one) => void (kept = one));
  } catch (error) {
    if (kept === undefined) throw error;
    return { ...kept, trouble: asDualwatchError(error).message };
  }
  if (kept === undefined) throw new DualwatchError('internal', 'nothing was said of the visit');
  return { ...kept, trouble: null };
}

async function tried({ home, config }: Acting, wanted: WantedSource) {
  const local = await openLocal(home, config);
  try {
    return await trySource(local, wanted);
  } finally {
    local.closeClient();
  }
}

async function tryOnly(acting: Acting, wanted: WantedSource) {
  return triedLine(await tried(acting, wanted));
}

async function addSource(acting: Acting, wanted: WantedSource) {
  const answer = await tried(acting, wanted);
  if (answer.settings === null) throw answer.error ?? new DualwatchError('usage', `${wanted.url} can be no source`);
  const now = systemClock.now();
  const due = { at: now, class: 'check', rank: 0, intervalMs: answer.settings.everyMs } as const;
  return { ...shownSource(await acting.home.store.addSource(answer.settings, isoTime(now), due)), tried: triedLine(answer) };
}

/** Checks a source now, as the watcher would. */
async function checkSource({ home, config }: Acting, { id, url }: Pick<Source, 'id' | 'url'>) {
  const local = await openLocal(home, config);
  try {
    const { prepared, recorded } = await checkNow(local, home.store, { id, url });
    const { at, outcome } = prepared.visit.check;
    return { at, outcome, items: prepared.visit.items.length, newNotices: recorded.newNotices };
  } finally {
    // The watcher reads the other texts of a large feed.
    local.carried.stop();
    await local.carried.idle();
    await local.alerting.settle();
    await local.signLog();
    local.closeClient();
  }
}

/** Writes a package into the home; whoever fetches it removes it. */
async function exportNotices(
  { home, config }: Acting,
  { notices, reveal, by }: { readonly notices: readonly NoticeId[]; readonly reveal: boolean; readonly by: string },
): Promise<{ readonly file: string; readonly bytes: number; readonly info: PackageInfo }> {
  const folder = join(home.paths.home, 'exports');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep(folder);
  const file = join(folder, `${randomUUID()}.wacz`);
  const { signal } = new AbortController();
  const exported = await exportPackage(home, home.paths, config, {
    notices,
    file,
    force: false,
    reveal,
    by,
    signal,
    onProgress: () => undefined,
  });
  return { file, ...exported };
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    // Somebody else may have removed it meanwhile.
    const found = await stat(file).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > PACKAGE_KEPT_MS) await rm(file, { force: true });
  }
}

/** How far a verification is; `share` from 0 to 1. */
export interface Verifying {
  readonly underWay: { readonly startedAt: string; readonly share: number } | null;
  /** The latest that was ended since the server began; null before the first. */
  readonly last: { readonly endedAt: string; readonly verdict: HomeVerdict } | null;
}

let verifying: Verifying = { underWay: null, last: null };

async function verify({ home }: Acting, _given: null): Promise<HomeVerdict> {
  const startedAt = isoTime(systemClock.now());
  let [pass, before] = [0, 0];
  // The log is gone through first, then what each entry speaks of.
  const onProgress = (done: number, total: number): void => {
    if (done < before) pass = 1;
    before = done;
    verifying = { ...verifying, underWay: { startedAt, share: (pass + Math.min(1, done / Math.max(1, total))) / 2 } };
  };
  verifying = { ...verifying, underWay: { startedAt, share: 0 } };
  try {
    const verdict = await verifyHome(home, home.paths, await findLog(home.paths), undefined, onProgress);
    verifying = { ...verifying, last: { endedAt: isoTime(systemClock.now()), verdict } };
    return verdict;
  } finally {
    verifying = { ...verifying, underWay: null };
  }
}

async function verifyingNow(_: Acting, _given: null): Promise<Verifying> {
  return verifying;
}

async function checkpoint({ home, config }: Acting, _given: null) {
  const { key, folder, keeper } = await openLogOfHome(home, config);
  await keeper.signNow();
  const signed = await folder.checkpoint();
  if (!signed) throw new DualwatchError('not-found', 'The log has no entry yet: there is nothing to sign');
  return published(signed, key);
}

/** A proof that the log holds an entry, by the SHA-256 of a capture or of the entry's leaf. */
async function prove({ home, config }: Acting, { digest }: { readonly digest: Digest }) {
  const index = await home.store.findLogIndex(digest);
  if (index === undefined) throw new DualwatchError('not-found', `The log has no entry for ${digest}`);
  const { key, folder, keeper } = await openLogOfHome(home, config);
  await keeper.signNow();
  const proof = await folder.proveInclusion(index);
  const [entry] = await home.store.readLog(index, index + 1);
  return { digest, index, entry: Buffer.from(entry?.bytes ?? []).toString('utf8'), proof, key: key.vkey };
}

/** A proof that the log only grew since a checkpoint that was kept. Throws `evidence-invalid` where it did not. */
async function consistency({ home, config }: Acting, { old }: { readonly old: string }) {
  const { key, folder, keeper } = await openLogOfHome(home, config);
  await keeper.signNow();
  const earlier = openCheckpoint(old, key.verifier);
  const later = await folder.checkpoint();
  if (later === undefined) throw new DualwatchError('not-found', 'The log has no entry yet: there is nothing to compare');
  const hashes = (await folder.proveBetween(earlier, later)).map((hash) => Buffer.from(hash).toString('base64'));
  return { from: earlier.size, to: later.size, hashes, old: earlier.text, new: later.text };
}

async function verifyPackage(
  _: Acting,
  { file, keys, required }: { readonly file: string; readonly keys: readonly string[]; readonly required: string | undefined },
): Promise<PackageVerdict> {
  return verifyPackageFile(file, { keys, authorities: [], required: checkNames(required) }, () => undefined);
}

/** Has authorities stamp the head of the log that have not yet; what became of each. */
async function stamp({ home, config }: Acting, { name }: { readonly name: string | undefined }) {
  const outcomes = await askAuthorities(home, config, new AbortController().signal, name);
  return outcomes.map((outcome) =>
    'why' in outcome
      ? { name: outcome.authority.name, stampedAt: null, why: outcome.why }
      : { name: outcome.authority.name, stampedAt: outcome.anchor.at, why: null },
  );
}

async function forget({ home, config }: Acting, order: Omit<ForgetRecord, 'type'>): Promise<Forgetting> {
  const done = await forgetCapture(home, order);
  await (await openLogOfHome(home, config)).keeper.signNow();
  return done;
}

/** Brings tiles and checkpoint level with the store; nothing where another process is at it. */
async function signLog({ home, config }: Acting, _given: null): Promise<void> {
  await (await openLogOfHome(home, config)).keeper.catchUp();
}

async function demo({ home }: Acting, _given: null): Promise<DemoState> {
  return demoOf(home);
}

async function begin({ home, config }: Acting, _given: null): Promise<DemoState> {
  return beginDemo(home, config);
}
