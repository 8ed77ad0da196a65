import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { systemClock, type Clock } from '../../capture/clock.ts';
import { configOf, openHome, type OpenHome } from '../../work/home.ts';
import { openActThread } from '../../work/acts/acts.ts';
import { openInquiryThread } from '../../work/inquiries/inquiry-thread.ts';
import { openReaders } from '../../work/readers/readers.ts';
import { openScreeningService } from '../../work/screening/screening-service.ts';
import { openUploads } from '../../work/uploads/uploads.ts';
import { createApp } from '../app.ts';
import type { Route } from '../route.ts';
import type { Viewer } from '../viewer/open-viewer.ts';
import type { Served } from '../served.ts';

export interface ServedHome {
  readonly app: FastifyInstance;
  readonly served: Served;
  readonly home: OpenHome;
  /** What the server noted, oldest first. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

/** The API over a new home, with every answer checked against its schema. */
export async function serveNewHome(
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly loopback?: boolean;
    readonly routes?: readonly Route[];
    readonly folder?: string;
    readonly clock?: Clock;
    readonly viewer?: Pick<Viewer, 'origin'>;
  } = {},
): Promise<ServedHome> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'dualwatch-server-'));
  const { paths, config } = configOf({ env: options.env ?? {}, overrides: { home: folder } });
  const home = await openHome(paths, { create: true });
  const readers = openReaders(paths.home, 1);
  const acts = openActThread(paths.home, config);
  const notes: string[] = [];
  const note: Served['note'] = (level, message) => void notes.push(`${level}: ${message}`);
  const screening = openScreeningService({ store: home.store, home: paths.home, threads: 1, note });
  // Nobody has a list yet: that is known at once.
  if (options.folder === undefined) await screening.index();
  const inquiries = openInquiryThread(paths.home);
  const uploads = openUploads({
    home: paths.home,
    clock: options.clock ?? systemClock,
    note,
    onRecorded: () => undefined,
    mostBytes: 4 * 1024 * 1024,
  });
  const served: Served = {
    store: home.store,
    paths,
    config,
    clock: options.clock ?? systemClock,
    readers,
    screening,
    inquiries,
    uploads,
    acts,
    logged: () => void acts.ask('signLog', null).catch((error: unknown) => notes.push(String(error))),
    viewer: () => options.viewer,
    startedAt: Date.now(),
    notReady: () => screening.notReady(),
    note,
  };
  const app = await createApp(served, {
    loopback: options.loopback ?? true,
    checkAnswers: true,
    ...(options.routes === undefined ? {} : { routes: options.routes }),
  });
  return {
    app,
    served,
    home,
    notes,
    async close() {
      await app.close();
      await Promise.all([readers.close(), screening.close(), inquiries.close(), uploads.close(), acts.close()]);
      await home.store.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
