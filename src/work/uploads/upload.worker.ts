import { availableParallelism } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../capture/clock.ts';
import { asDualwatchError } from '../../model/errors.ts';
import { homePaths, openHome } from '../home.ts';
import { screenFile } from '../screening/screen-file.ts';
import { resultsFile, sentFile, type UploadJob } from './upload-job.ts';
import type { FromUpload } from './uploads.ts';

// Screens one file that somebody sent; where an earlier run was stopped, it goes on.
const { home, folder, job } = workerData as { readonly home: string; readonly folder: string; readonly job: UploadJob };
const say = (said: FromUpload): void => parentPort?.postMessage(said);
const path = sentFile(folder, job);
/** Nobody elsewhere need know where files lie here. */
const tidy = (text: string): string => text.replaceAll(path, job.name).replaceAll(resultsFile(folder, job), 'the results');
const { store } = await openHome(homePaths(home), { create: false });
say({ loaded: true });
try {
  const { columns, ...asked } = job.asked;
  const receipt = await screenFile(
    {
      store,
      home,
      clock: systemClock,
      write: async () => undefined,
      note: (note) => say({ note: tidy(note) }),
      progress: ({ rows, hits }, { size, bytesRead }) => say({ rows, hits, share: size === null || size === 0 ? 0 : bytesRead() / size }),
    },
    {
      ...asked,
      columns: Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined)),
      path,
      out: resultsFile(folder, job),
      restart: false,
      overwrite: true,
      // One core is left for those who ask.
      threads: Math.max(1, availableParallelism() - 1),
    },
  );
  say({ receipt: receipt.id, rows: receipt.counts.rows, hits: receipt.counts.hits });
} catch (error) {
  const { code, message } = asDualwatchError(error);
  say({ code, message: tidy(message) });
} finally {
  await store.close();
}
