import { posix } from 'node:path';

/**
 * The host whose pace and trust an address shares: `name[:port]` of a web address, `file:<folder>` of a file or folder.
 * The port belongs to it where it is not the scheme's own; user names and letter case do not.
 */
export function hostOf(address: string): string {
  if (address.startsWith('/')) return `file:${trimmed(address)}`;
  if (!URL.canParse(address)) return `name:${address.slice(0, 200)}`;
  const url = new URL(address);
  if (url.protocol === 'file:') return `file:${trimmed(posix.dirname(url.pathname))}`;
  return url.host;
}

/** Files are read, not asked for: no pace holds them. */
export function isPaced(host: string): boolean {
  return !host.startsWith('file:');
}

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
