'use strict';

const { homedir } = require('node:os');
const { isAbsolute, join, resolve } = require('node:path');

/**
 * The folder for what every start would make anew: compiled code and the compiled catalogue. `DUALWATCH_CACHE` names it, `off` means none;
 * else it is the user's own folder for such things. Nothing in it is evidence and all of it may be deleted at any time.
 */
module.exports = function cacheFolder(env = process.env, platform = process.platform) {
  const asked = env.DUALWATCH_CACHE;
  if (asked === 'off') return undefined;
  if (asked) return resolve(asked);
  const base = baseFolder(env, platform);
  return base && isAbsolute(base) ? join(base, 'dualwatch') : undefined;
};

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @returns {string | undefined}
 */
function baseFolder(env, platform) {
  if (platform === 'win32') return env.LOCALAPPDATA;
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME;
  try {
    return join(homedir(), ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
  } catch {
    return undefined;
  }
}
