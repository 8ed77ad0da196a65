import { dirname, join } from 'node:path';
import { asDualwatchError, DualwatchError } from '../../model/errors.ts';
import type { Digest } from '../../model/digest.ts';
import type { Store } from '../../store/port.ts';
import { capturePath } from '../../evidence/capture-files.ts';
import { nodeFiles } from '../../evidence/node-files.ts';
import { dropCopyIndex } from '../copies/index-folder.ts';

/**
 * Takes the files of forgotten captures off the disk, and with them the index of copies, which holds hashes of their words. The log has said so before: a process that was killed in between left them *unerased*, and whoever opens the
 * home next ends it. Doing it twice changes nothing. Resolves to how many were there. Throws `input-unreadable` where one cannot be removed.
 */
export async function eraseForgotten(store: Pick<Store, 'forgetting'>, home: string): Promise<number> {
  let erased = 0;
  for (const capture of await store.forgetting.unerased()) {
    if (await erase(home, capture)) erased += 1;
    await dropCopyIndex(home);
    await store.forgetting.markErased(capture);
  }
  return erased;
}

async function erase(home: string, capture: Digest): Promise<boolean> {
  const path = join(home, capturePath(capture));
  try {
    if ((await nodeFiles.stat(path)) === undefined) return false;
    await nodeFiles.unlink(path);
    await nodeFiles.syncFolder(dirname(path));
    return true;
  } catch (cause) {
    throw new DualwatchError(
      'input-unreadable',
      `${path} was to be forgotten and cannot be removed: ${asDualwatchError(cause).message}. Remove it, or mend its folder and try again`,
      { cause },
    );
  }
}
