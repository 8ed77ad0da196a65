import { DualwatchError } from '../../model/errors.ts';
import type { ListSettings } from '../../model/kept-list.ts';
import type { Client } from '../../fetch/client.ts';
import type { FailureKind } from '../../fetch/fetch-result.ts';
import type { ListFile } from '../../screen/lists/list-file.ts';
import { listFileName, MOST_LIST_BYTES, readLocalList } from './list-files.ts';

const LIMITS = {
  bodyBytes: MOST_LIST_BYTES,
  decodedBytes: MOST_LIST_BYTES,
  firstByteMs: 120_000,
  totalMs: 30 * 60_000,
} as const;

/**
 * Gets the main file of a list and those that belong to it: from its publisher, politely and never from a private network unless its user allowed that
 * host and port; or from this machine. Throws `fetch-failed`, `address-forbidden`, `input-unreadable`, `input-too-large`; `usage` for a file that somebody sends.
 */
export async function fetchList(settings: ListSettings, client: Pick<Client, 'get'>, signal?: AbortSignal): Promise<readonly ListFile[]> {
  if (isSent(settings.address))
    throw new DualwatchError(
      'usage',
      `the list ${settings.name} is a file that somebody sends: send it anew, on the desk or with PUT /api/v1/lists/${settings.name}/file`,
    );
  const files: ListFile[] = [];
  for (const address of [settings.address, ...settings.companions])
    files.push(isWebAddress(address) ? await fetchFile(address, settings, client, signal) : await readLocalList(address));
  return files;
}

const SENT = 'sent:';

/** The address of a list whose file somebody sends, under the name that it was sent by. */
export function sentAddress(file: string): string {
  return SENT + file;
}

export function isSent(address: string): boolean {
  return address.startsWith(SENT);
}

export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

async function fetchFile(
  address: string,
  settings: ListSettings,
  client: Pick<Client, 'get'>,
  signal: AbortSignal | undefined,
): Promise<ListFile> {
  const url = URL.parse(address);
  if (url === null) throw new DualwatchError('usage', `"${address}" is no address of a list`);
  const result = await client.get({
    url: address,
    limits: LIMITS,
    signal,
    allowPrivate: settings.allowPrivate === true ? { host: url.hostname, port: portOf(url) } : undefined,
  });
  if (!result.ok)
    throw new DualwatchError(codeOf(result.failure.kind), `the list ${settings.name} cannot be fetched: ${result.failure.message}`);
  if (result.status !== 200)
    throw new DualwatchError(
      'fetch-failed',
      `the list ${settings.name} cannot be fetched: ${url.host} answers with status ${result.status} for ${address}`,
    );
  if (result.bodyProblem !== undefined)
    throw new DualwatchError('fetch-failed', `the list ${settings.name} came damaged: ${result.bodyProblem}`);
  if (result.hops.at(-1)?.truncated === true)
    throw new DualwatchError('fetch-failed', `the list ${settings.name} broke off before its end; the version before stays`);
  return { name: listFileName(address), bytes: result.body };
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
}

function codeOf(kind: FailureKind): 'address-forbidden' | 'input-too-large' | 'fetch-failed' {
  if (kind === 'address-forbidden') return 'address-forbidden';
  return kind === 'too-large' || kind === 'bomb' ? 'input-too-large' : 'fetch-failed';
}
