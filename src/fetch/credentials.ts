import { DualwatchError } from '../model/errors.ts';
import type { FetchRequest } from './fetch-result.ts';
import { sendable } from './request-head.ts';

/** The credential headers of a source: those given, and user and password of its address as Basic. Throws `usage` for what no header can hold. */
export function credentialsOf(given: FetchRequest['credentials'], url: URL): ReadonlyMap<string, string> {
  const credentials = new Map<string, string>(isMap(given) ? given : Object.entries(given ?? {}));
  for (const [name, value] of credentials) {
    if (FRAMING_HEADERS.has(name.toLowerCase()))
      throw new DualwatchError('usage', `"${name}" steers the connection and cannot be a credential header`);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || sendable(value) === undefined)
      throw new DualwatchError(
        'usage',
        `the credential header "${name.replace(/[^\x20-\x7e]/g, '?')}" cannot be sent: names are letters, digits and dashes, values one line`,
      );
  }
  if ((url.username !== '' || url.password !== '') && ![...credentials.keys()].some((name) => name.toLowerCase() === 'authorization')) {
    credentials.set('Authorization', `Basic ${Buffer.from(`${decoded(url.username)}:${decoded(url.password)}`).toString('base64')}`);
  }
  return credentials;
}

const FRAMING_HEADERS: ReadonlySet<string> = new Set([
  'host',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'te',
  'trailer',
  'upgrade',
  'expect',
  'range',
]);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function isMap(given: FetchRequest['credentials']): given is ReadonlyMap<string, string> {
  return given instanceof Map;
}
