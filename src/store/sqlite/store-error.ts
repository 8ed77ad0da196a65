import Database from 'better-sqlite3';
import { DualwatchError } from '../../model/errors.ts';

/** What SQLite throws, as the error a person can act on; anything else as it came. */
export function asStoreError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const code = error.code;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new DualwatchError('store-busy', `another process has held ${file} for too long; try again, or stop the process that holds it`, {
      cause: error,
    });
  }
  if (code === 'SQLITE_FULL') {
    return new DualwatchError('disk-full', `the disk of ${file} is full; nothing of this act was written, make room and try again`, {
      cause: error,
    });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_IOERR')) {
    return new DualwatchError('store-damaged', `${file} cannot be read (${error.message}); restore it from a backup`, { cause: error });
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM')) {
    return new DualwatchError(
      'input-unreadable',
      `${file} cannot be opened (${error.message}); check that the file is yours and its folder can be written`,
      { cause: error },
    );
  }
  return error;
}
