import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { profilePrefix, sweepProfiles } from './sweep-profiles.ts';

/** Where every user may write, with a path that is short. */
const SHORT = '/tmp';
/** Most bytes of a socket's path: 104 on macOS and the BSDs, 108 on Linux, with the zero at its end (unix(7)). */
const SOCKET_PATH = 103;
/** What Chromium puts behind the folder of a profile for the socket by which it is the only one there. */
const SOCKET = '/org.chromium.Chromium.XXXXXX/SingletonSocket';
/** What is drawn by chance for a folder (mkdtemp(3)). */
const DRAWN = 'XXXXXX';

/**
 * Makes a folder for the profile of one browser, and removes those that are left over beside it. It is in the folder of temporary files, `asked`; where that one's path is so
 * long that Chromium could open no socket in it, and would end at once, in `/tmp`, if that can be written.
 */
export async function makeProfile(asked: string = tmpdir()): Promise<string> {
  const prefix = profilePrefix();
  const fits = process.platform === 'win32' || Buffer.byteLength(join(asked, prefix) + DRAWN + SOCKET) <= SOCKET_PATH;
  if (!fits) {
    await sweepProfiles(SHORT);
    const made = await mkdtemp(join(SHORT, prefix)).catch(() => undefined);
    if (made !== undefined) return made;
  }
  await sweepProfiles(asked);
  return mkdtemp(join(asked, prefix));
}
