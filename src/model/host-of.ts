import { posix } from 'node:path';

/**
 * The host whose pace and trust an address shares: the name or IP address of a web address, `file:<folder>` of a file or folder.
 * Two ports of one name are one machine for whoever runs it; each loopback address (127.0.0.2, 127.0.0.3 …) is a host of its own.
 */
export function hostOf(address: string): string {
  if (address.startsWith('/')) return `file:${trimmed(address)}`;
  if (!URL.canParse(address)) return `name:${address.slice(0, 200)}`;
  const url = new URL(address);
  if (url.protocol === 'file:') return `file:${trimmed(posix.dirname(url.pathname))}`;
  return url.hostname.endsWith('.') ? url.hostname.slice(0, -1) : url.hostname;
}

/** Files are read, not asked for: no pace holds them. */
export function isPaced(host: string): boolean {
  return !host.startsWith('file:');
}

function trimmed(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
