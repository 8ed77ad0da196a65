import { parentPort, workerData } from 'node:worker_threads';
import { asDualwatchError } from '../../model/errors.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { openColumns } from '../columns/open-columns.ts';
import { homePaths } from '../home.ts';
import type { Answer, Question } from './readers.ts';
import { TASKS, type Reading } from './tasks.ts';

const paths = homePaths((workerData as { readonly home: string }).home);
const store = await openSqliteStore(paths.database, { readonly: true });
const reading: Reading = { store, paths, columns: openColumns(store) };
const tasks: Readonly<Record<string, (reading: Reading, given: never) => Promise<unknown>>> = TASKS;

parentPort?.on('message', ({ id, name, given }: Question) => {
  void answer(id, name, given).then((said) => parentPort?.postMessage(said));
});

// Who asks first shall not wait for it.
void reading.columns.ask(async () => undefined).catch(() => undefined);

async function answer(id: number, name: string, given: unknown): Promise<Answer> {
  try {
    return { id, result: await tasks[name]?.(reading, given as never) };
  } catch (error) {
    const { code, message, cause } = asDualwatchError(error);
    return { id, code, message: code === 'internal' && cause instanceof Error ? (cause.stack ?? message) : message };
  }
}
