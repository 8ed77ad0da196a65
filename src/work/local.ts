import { PAGES_BESIDE } from '../capture/probe-site.ts';
import { randomBytes, randomUUID } from 'node:crypto';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../model/config.ts';
import { asDualwatchError } from '../model/errors.ts';
import { isPaced } from '../model/host-of.ts';
import type { VisitPolicy } from '../model/notice.ts';
import type { Claim, RecordedVisit, Worker } from '../store/port.ts';
import { capturePath, writeCaptures } from '../evidence/capture-files.ts';
import { DurableWriter } from '../evidence/durable-files.ts';
import { nodeFiles } from '../evidence/node-files.ts';
import { createClient } from '../fetch/client.ts';
import { isoTime, systemClock, type Clock } from '../capture/clock.ts';
import { createPageFetcher } from '../capture/fetch-page.ts';
import { recordVisits, type CaptureFolder, type ToRecord } from '../capture/recorder.ts';
import { createRobotsGate } from '../capture/robots-gate.ts';
import type { VisitContext } from '../capture/visit-context.ts';
import { readFragment } from '../read/fragment.ts';
import { watchConnection } from '../watch/connection.ts';
import { openAlerting, type Alerting } from './alerts/alerting.ts';
import { channelsOf } from './alerts/open-channels.ts';
import { anchorDue, type AnchorOutcome } from './anchors/anchor-due.ts';
import { batched } from './batched.ts';
import { openCarriedTexts, type CarriedTexts } from './carried-texts.ts';
import { pageSizes } from './page-sizes.ts';
import { deriveBacklog } from './derive-backlog.ts';
import type { OpenHome } from './home.ts';
import { openBrowser } from './open-browser.ts';
import { openExtras, type Extras } from './extras.ts';
import { openKnowledge } from './knowledge.ts';
import { openLogOfHome } from './log-of-home.ts';
import { stoppableClient } from './stoppable-client.ts';
import { recallCapture, rereadCapture } from './reread-capture.ts';
import { visitClaim, type Outcome, type VisitParts, type Visited } from './visit-claim.ts';
import { VERSION } from './version.ts';

export interface LocalOptions {
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly onVisit?: (visited: Visited) => void;
  /** Breaks off the requests of visits; none of them is recorded, all are due as they were. */
  readonly breakOff?: AbortSignal;
  /** See `AlertingParts`. */
  readonly copiesWithinMs?: number;
  /** One line for the log on stderr. */
  readonly onNote?: (level: 'info' | 'warn' | 'error', message: string) => void;
}

/** Everything that visits and records on one home in this process; close it when done. */
export interface LocalWatch {
  readonly context: VisitContext;
  readonly worker: Worker;
  readonly leaseMs: number;
  readonly alerting: Alerting;
  /** What is kept beside visits. */
  readonly extras: Extras;
  /** Texts of large feeds, read beside the visits. */
  readonly carried: CarriedTexts;
  visit(claim: Claim): Promise<Outcome>;
  /** Brings tiles and checkpoint level with the store; false where another process is at it. */
  signLog(): Promise<boolean>;
  /** Sends the head of the log to authorities that are due. */
  anchorDue(signal: AbortSignal): Promise<readonly AnchorOutcome[]>;
  /** Reads stored captures that have no reading of today's recipe; resolves to how many. */
  deriveBacklog(limit: number): Promise<number>;
  /** Why no visit may be made now, or undefined. */
  diskProblem(): Promise<string | undefined>;
  /** How many visits may be under way now: fewer while pages are large. */
  room(): number;
  /** Closes idle connections; the store stays open, it is the caller's. */
  closeClient(): void;
}

/** Milliseconds of a visit beyond its time limit before its claim falls back to others. */
const LEASE_SLACK_MS = 60_000;
/** The pictures of a notice may take some minutes at the pace of their host. */
const EXTRA_LEASE_MS = 30 * 60_000;
const BATCH = 64;
/** Half-written files of a process that was killed are older than this when they are removed. */
const STALE_MS = 3_600_000;

/** Puts the parts together for one process on one home. */
export async function openLocal(home: OpenHome, config: Config, options: LocalOptions = {}): Promise<LocalWatch> {
  const { store, paths } = home;
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const note = options.onNote ?? (() => undefined);
  const worker: Worker = { id: randomUUID(), pid: process.pid };
  await store.register(worker);
  const { reader, siteHosts, readRecipe, judge, deriver } = openKnowledge();
  const limits = {
    connectMs: config.fetch.connectTimeout,
    totalMs: config.fetch.timeout,
    firstByteMs: config.fetch.timeout,
    headerBytes: config.fetch.maxHeaders,
    bodyBytes: config.fetch.maxBody,
    decodedBytes: config.fetch.maxDecompressed,
  };
  const client = createClient({ version: VERSION, contact: config.fetch.contact || undefined, limits });
  const visiting = options.breakOff === undefined ? client : stoppableClient(client, options.breakOff, clock);
  const robots = createRobotsGate({ store, client: visiting, clock });
  const context: VisitContext = {
    store,
    clock,
    random,
    config,
    fetcher: createPageFetcher({
      client: visiting,
      robots,
      store,
      clock,
      random,
      paceMs: config.fetch.pace,
      ...(options.breakOff && { stop: options.breakOff }),
    }),
    ...(options.breakOff && { stop: options.breakOff }),
    robots,
    browser: openBrowser(config, client.userAgent),
    read: (input) => reader.read(input),
    siteHosts,
    readRecipe,
    rereadCapture: (capture, url) => rereadCapture(paths.home, (page) => reader.read(page), capture, url),
    look: (input) => reader.look(input),
    judge,
    recall: (capture, url) => recallCapture(paths.home, capture, url),
    readFragment,
    defaults: defaultPolicy(config),
    software: `Dualwatch/${VERSION}`,
  };
  const writer = new DurableWriter(nodeFiles, paths.home);
  const folder = captureFolder(writer, paths.home);
  const log = await openLogOfHome(home, config, worker, clock, (message) => note('warn', message));
  // A log that cannot be signed is said loudly; it keeps nobody from visiting, since the entries are in the store.
  await log.keeper.catchUp().catch((error: unknown) => note('error', asDualwatchError(error).message));
  await writer.sweep(clock.now(), STALE_MS);
  await log.folder.sweep(clock.now(), STALE_MS);
  const event = async (name: 'offline' | 'online' | 'disk-full', detail: string): Promise<void> => {
    note('warn', detail);
    await store.recordEvent({ type: 'event', event: name, at: isoTime(clock.now()), detail });
  };
  const alerting = openAlerting({
    store,
    channels: channelsOf(config, client, clock),
    worker,
    random,
    note,
    ...(options.copiesWithinMs !== undefined && { copiesWithinMs: options.copiesWithinMs }),
  });
  const sizes = pageSizes(config.watch.concurrency);
  const carried = openCarriedTexts({ context, deriver, onNote: note });
  const record = (visits: readonly ToRecord[]) => recordVisits(store, folder, visits);
  // A long list is recorded piece by piece: all other visits go between.
  const recordNotices = batched(record, BATCH, isOurFault);
  const parts: VisitParts = {
    context,
    deriver,
    carried,
    connection: watchConnection({
      clock,
      needed: 3,
      patienceMs: 5000,
      hostsKnown: async () => (await store.listHosts()).map(({ host }) => host).filter(isPaced),
      onLost: () =>
        event('offline', 'no host answers: the connection of this machine seems lost. Visits wait and are held against nobody.'),
      onBack: () => event('online', 'hosts answer again'),
      onError: (error) => note('error', asDualwatchError(error).message),
    }),
    record: async (visit) => (visit.visit.kind === 'source' ? ((await record([visit]))[0] as RecordedVisit) : recordNotices(visit)),
    recordReading: batched(
      async (readings) => {
        await store.recordReadings(readings);
        return readings.map(() => undefined);
      },
      BATCH,
      isOurFault,
    ),
    onVisit(visited) {
      sizes.seen(visited.prepared.visit.capture?.record.bytes ?? null);
      alerting.kick();
      options.onVisit?.(visited);
    },
  };
  // A visit may ask its site for four pages more, to tell a removal from an error, each after the host's pace, and be made again by the browser.
  const leaseMs =
    (config.fetch.timeout + config.fetch.pace) * (1 + PAGES_BESIDE) +
    (context.browser.missing === null ? config.browser.timeout * 3 : 0) +
    LEASE_SLACK_MS;
  let diskFull = false;
  const diskProblem = async (): Promise<string | undefined> => {
    const { bavail, bsize } = await statfs(paths.home);
    const full = bavail * bsize < config.disk.minFree;
    const detail = `less than ${Math.round(config.disk.minFree / 1e6)} MB are free on the disk of ${paths.home}: visits have stopped. Make room, or lower disk.minFree.`;
    if (full && !diskFull) await event('disk-full', detail).catch((error: unknown) => note('error', asDualwatchError(error).message));
    diskFull = full;
    return full ? detail : undefined;
  };
  const extras = openExtras({ context, folder, leaseMs: Math.max(leaseMs, EXTRA_LEASE_MS), paused: diskProblem, onNote: note });
  return {
    context,
    worker,
    leaseMs,
    alerting,
    extras,
    carried,
    visit: (claim) => visitClaim(parts, claim),
    signLog: () => log.keeper.catchUp(),
    anchorDue: (signal) =>
      anchorDue({
        store,
        client,
        clock,
        worker,
        signal,
        nonce: () => randomBytes(16),
        checkpoint: () => log.folder.checkpoint(),
        everyMs: config.anchors.every,
      }),
    deriveBacklog: (limit) => deriveBacklog(parts, paths.home, limit, (message) => note('warn', message)),
    diskProblem,
    room: () => sizes.room(),
    closeClient: () => client.close(),
  };
}

/** A full disk or a busy database fails for all alike; a fault of ours may be in one item. */
function isOurFault(error: unknown): boolean {
  return asDualwatchError(error).code === 'internal';
}

function defaultPolicy(config: Config): VisitPolicy {
  return {
    robots: 'obey',
    robotsReason: null,
    allowPrivate: false,
    keep: config.keep,
    followMs: config.follow.default,
    paceMs: null,
    credentials: {},
  };
}

function captureFolder(writer: DurableWriter, home: string): CaptureFolder {
  return {
    keep: (files) => writeCaptures(writer, files),
    async drop(digests) {
      // The commit has said that they may go: one that stays is in nobody's way.
      await Promise.allSettled(digests.map((digest) => nodeFiles.unlink(join(home, capturePath(digest)))));
    },
  };
}
