import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import { dirname } from 'node:path';
import { openedHost } from '../../capture/visit-policy.ts';
import { bareHost, isAllowed, isPrivateName, mayConnect } from '../../fetch/address-guard.ts';
import type { Config } from '../../model/config.ts';
import type { AlertRule } from '../../model/alert.ts';

type Told = Pick<AlertRule, 'channel' | 'target' | 'allowPrivate'>;

/** What will keep the alerts of a rule waiting as things are now, in words; undefined where nothing is known to. Nobody is asked. */
export async function foreseenTrouble(
  rule: Told,
  { mail }: { readonly mail: Pick<Config['mail'], 'server' | 'from'> },
): Promise<string | undefined> {
  if (rule.channel === 'mail')
    return mail.server === '' || mail.from === ''
      ? 'No mail server is set yet: alerts wait until mail.server and mail.from say which (docs/configuration.md).'
      : undefined;
  return rule.channel === 'file' ? troubleOfFile(rule.target) : troubleOfAddress(rule);
}

async function troubleOfFile(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return `${path} is a folder: alerts wait until a file can be written there.`;
  const [what, mode] = found === undefined ? [dirname(path), constants.W_OK | constants.X_OK] : [path, constants.W_OK];
  return access(what, mode).then(
    () => undefined,
    (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' || error.code === 'ENOTDIR'
        ? `There is no folder ${what}: alerts wait until somebody makes it.`
        : `This user may not write to ${what}: alerts wait until that is changed.`,
  );
}

/** What a name leads to is seen when it is looked up; an address, and a name that is private everywhere, shows it. */
function troubleOfAddress(rule: Told): string | undefined {
  const { hostname, port, protocol } = new URL(rule.target);
  const [host, number] = [bareHost(hostname), port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)];
  const opened = openedHost(rule, rule.target);
  if (isIP(host) === 0 ? !isPrivateName(host) || isAllowed(host, number, opened) : mayConnect(host, host, number, opened)) return undefined;
  return rule.allowPrivate
    ? `${host} is an address of metadata services, which nothing opens: alerts to it are never sent.`
    : `${host} is not on the public internet: alerts wait, and are given up after three days. Remove the rule and add it with --allow-private if the receiver is yours.`;
}
