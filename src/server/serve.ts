import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { systemClock } from '../capture/clock.ts';
import type { Config } from '../model/config.ts';
import { asDualwatchError, DualwatchError } from '../model/errors.ts';
import { isLoopback } from '../model/is-loopback.ts';
import { openHome, type HomePaths } from '../work/home.ts';
import { openActThread } from '../work/acts/acts.ts';
import { openInquiryThread } from '../work/inquiries/inquiry-thread.ts';
import { openReaders } from '../work/readers/readers.ts';
import { openScreeningService } from '../work/screening/screening-service.ts';
import { openUploads } from '../work/uploads/uploads.ts';
import { openWatchThread } from '../work/watching/watch-thread.ts';
import { createApp } from './app.ts';
import { refuseOpen } from './auth/refuse-open.ts';
import type { Served } from './served.ts';
import { openViewer, type Viewer } from './viewer/open-viewer.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Whether sources are watched too; with `false` another process does that. */
  readonly watch: boolean;
  readonly signal: AbortSignal;
  readonly note: Served['note'];
  /** Called once with the address when the server answers. */
  readonly onListening: (address: string) => void;
}

/** Answers under way are waited for so long when the server stops. */
const DRAIN_MS = 5000;

/**
 * Serves a home until the signal: the API, and a watcher in a thread of its own. Throws `config` where the address is open to others and nobody can log in,
 * `conflict` where the port is taken.
 */
export async function serve(paths: HomePaths, config: Config, options: ServeOptions): Promise<void> {
  const { host, port, signal, note } = options;
  const loopback = isLoopback(host);
  await refuseOpen(paths, config, host);
  const home = await openHome(paths, { create: true });
  const readers = openReaders(paths.home, config.server.readers);
  const screening = openScreeningService({ store: home.store, home: paths.home, threads: config.server.readers, note });
  const acts = openActThread(paths.home, config);
  const inquiries = openInquiryThread(paths.home);
  const uploads = openUploads({ home: paths.home, clock: systemClock, note, onRecorded: () => served.logged() });
  let viewer: Viewer | undefined;
  const served: Served = {
    store: home.store,
    paths,
    config,
    clock: systemClock,
    readers,
    screening,
    inquiries,
    uploads,
    acts,
    logged: () => void acts.ask('signLog', null).catch((error: unknown) => note('error', asDualwatchError(error).message)),
    viewer: () => viewer,
    startedAt: Date.now(),
    notReady: () => screening.notReady(),
    note,
  };
  try {
    const app = await createApp(served, { loopback });
    try {
      await app.listen({ host, port });
    } catch (cause) {
      throw listenTrouble(cause, host, port);
    }
    readers.start();
    const { address, family, port: bound } = app.server.address() as AddressInfo;
    viewer = await viewerOf(paths, config, { host, loopback, port: bound, note });
    const watching = options.watch ? openWatchThread(paths.home, config, note) : undefined;
    options.onListening(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`);
    screening.begin();
    uploads.begin();
    if (!loopback && !config.server.publicUrl.startsWith('https:'))
      note(
        'warn',
        'passwords and sessions travel unencrypted: put https before the server and set DUALWATCH_PUBLIC_URL (docs/accounts.md)',
      );
    if (!signal.aborted) await once(signal, 'abort');
    const drained = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
    await Promise.all([app.close(), watching?.stop()]);
    clearTimeout(drained);
  } finally {
    await viewer?.close();
    await Promise.all([readers.close(), screening.close(), inquiries.close(), uploads.close(), acts.close()]);
    await home.store.close();
  }
}

/** The viewer that the settings ask for. Throws `config`, `conflict`. */
async function viewerOf(
  paths: HomePaths,
  { viewer, server }: Config,
  {
    host,
    loopback,
    port,
    note,
  }: { readonly host: string; readonly loopback: boolean; readonly port: number; readonly note: Served['note'] },
): Promise<Viewer | undefined> {
  if (viewer.replaywebpage === '') return undefined;
  if (server.publicUrl !== '' && (viewer.publicUrl === '' || new URL(viewer.publicUrl).origin === new URL(server.publicUrl).origin)) {
    note('warn', 'packages are not shown: viewer.publicUrl must name an origin of its own beside server.publicUrl (docs/viewer.md)');
    return undefined;
  }
  const local = loopback ? ['127.0.0.1', 'localhost'] : ['*'];
  return openViewer({
    folder: viewer.replaywebpage,
    exports: join(paths.home, 'exports'),
    host,
    port: viewer.port,
    loopback,
    publicUrl: viewer.publicUrl === '' ? undefined : new URL(viewer.publicUrl),
    desk: [...local.map((name) => `http://${name}:${port}`), ...(server.publicUrl === '' ? [] : [new URL(server.publicUrl).origin])],
  });
}

function listenTrouble(cause: unknown, host: string, port: number): DualwatchError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'EADDRINUSE')
    return new DualwatchError('conflict', `something listens at ${host}:${port} already; stop it, or choose another with --port`, {
      cause,
    });
  const why = cause instanceof Error ? cause.message : String(cause);
  return new DualwatchError('config', `the server cannot listen at ${host}:${port}: ${why}`, { cause });
}
