/**
 * The unit of pace: host name or IP address in lower case, without port and final dot.
 * Two ports of one name are one machine for whoever runs it, so they share a pace; each loopback address (127.0.0.2, 127.0.0.3 …) is a host of its own.
 * Throws TypeError for what is no URL.
 */
export function hostKey(url: URL | string): string {
  const { hostname } = typeof url === 'string' ? new URL(url) : url;
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}
