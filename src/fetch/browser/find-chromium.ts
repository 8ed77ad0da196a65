import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names under which systems install it, the freer ones first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge-stable'];

const ELSEWHERE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/usr/lib64/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export type FoundChromium = { readonly path: string } | { readonly missing: string };

/** The system's Chromium: the one named, else one of PATH, else one of the usual places; or a sentence saying why there is none. */
export function findChromium(named: string, env: Readonly<Record<string, string | undefined>> = process.env): FoundChromium {
  if (named !== '')
    return mayRun(named)
      ? { path: named }
      : { missing: `there is no program ${named}, which DUALWATCH_CHROMIUM or browser.chromium names` };
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].find(mayRun);
  return found === undefined
    ? { missing: 'no Chromium was found on this machine; install one, or name it with DUALWATCH_CHROMIUM' }
    : { path: found };
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
