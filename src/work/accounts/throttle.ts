import { isIPv6 } from 'node:net';
import { sha256 } from '../../model/digest.ts';
import { formatDuration } from '../../model/duration.ts';
import type { AccountStore, LoginLimit } from '../../store/account-port.ts';
import { LoginHeld } from './login-held.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Counts a login before it is tried. Guessing at one account from one address is slowed down first (five tries, then 1 s, 2 s … 15 min), from one address at
 * many accounts next (30 tries, up to 15 min), and at one account from many addresses (20 tries, up to a minute): that last one does not hold back an address
 * from which the account has logged in before, so that nobody can shut its owner out. Accounts that do not exist are counted alike.
 * Throws {@link LoginHeld}.
 */
export async function takeLogin(store: AccountStore, mail: string, address: string, now: number): Promise<void> {
  const { account, place, both } = countersOf(mail, address);
  const limits: readonly LoginLimit[] = [
    { key: both, free: 5, firstMs: 1000, mostMs: 15 * MINUTE_MS },
    { key: place, free: 30, firstMs: 1000, mostMs: 15 * MINUTE_MS },
    { key: account, free: 20, firstMs: 1000, mostMs: MINUTE_MS, unlessKnown: both },
  ];
  const waitMs = await store.takeLogin({ limits, now, forgetMs: DAY_MS, knownMs: 30 * DAY_MS });
  if (waitMs > 0) throw new LoginHeld(waitMs, `too many logins failed; try again in ${formatDuration(Math.max(1000, waitMs))}`);
}

/** The login succeeded. What other accounts were tried from the address stays counted. */
export async function forgiveLogin(store: AccountStore, mail: string, address: string, now: number): Promise<void> {
  const { account, both } = countersOf(mail, address);
  await store.forgiveLogin([account, both], both, now);
}

function countersOf(mail: string, address: string): { readonly account: string; readonly place: string; readonly both: string } {
  const [of, from] = [sha256(mail).slice(0, 32), networkOf(address)];
  return { account: `account ${of}`, place: `address ${from}`, both: `both ${of} ${from}` };
}

/** An IPv4 address as it is; of IPv6 the /64, since one subscriber has all of it. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
