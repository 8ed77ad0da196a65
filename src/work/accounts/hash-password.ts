import crypto from 'node:crypto';
import { promisify } from 'node:util';
import { DualwatchError } from '../../model/errors.ts';
import { LoginHeld } from './login-held.ts';

/** Cost of a hash: KiB of memory, passes over it, lanes. */
export interface HashCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. */
export const HASH_COST: HashCost = { memoryKiB: 19_456, passes: 2, lanes: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Hashes under way at once: each holds its memory and a thread of the pool. */
const AT_ONCE = 2;
const MOST_WAITING = 100;
const FULL_MS = 3000;
/** What a stored hash may cost: a line that somebody put into the database must not fill the memory. */
const MOST_MEMORY_KIB = 1024 * 1024;
const MOST_PASSES = 64;

/**
 * A password as a PHC string (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`), by argon2id (RFC 9106) off the main thread. Throws `config` under a Node that has no
 * argon2, and `too-many-requests` while too many wait.
 */
export async function hashPassword(password: string, cost: HashCost = HASH_COST): Promise<string> {
  const salt = crypto.randomBytes(SALT_BYTES);
  const hash = await argon2id(password, salt, HASH_BYTES, cost);
  return `$argon2id$v=19$m=${cost.memoryKiB},t=${cost.passes},p=${cost.lanes}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Whether a password is the one of a PHC string; `weak` where its parameters are below today's, and it ought to be hashed again. Without a string
 * (an account that does not exist, or has no password) it takes as long and is false. Throws as {@link hashPassword}, and `store-damaged` for another string.
 */
export async function verifyPassword(password: string, phc: string | null): Promise<{ readonly holds: boolean; readonly weak: boolean }> {
  const { cost, salt, hash } = phc === null ? { cost: HASH_COST, salt: NOBODYS_SALT, hash: NOBODYS_HASH } : parsePhc(phc);
  const made = await argon2id(password, salt, hash.length, cost);
  const same = crypto.timingSafeEqual(made, hash);
  return { holds: same && phc !== null, weak: cost.memoryKiB < HASH_COST.memoryKiB || cost.passes < HASH_COST.passes };
}

const NOBODYS_SALT = crypto.randomBytes(SALT_BYTES);
const NOBODYS_HASH = crypto.randomBytes(HASH_BYTES);

function parsePhc(phc: string): { readonly cost: HashCost; readonly salt: Buffer; readonly hash: Buffer } {
  const found = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/.exec(phc);
  const cost = { memoryKiB: Number(found?.[1]), passes: Number(found?.[2]), lanes: Number(found?.[3]) };
  const fits = cost.lanes >= 1 && cost.memoryKiB >= 8 * cost.lanes && cost.memoryKiB <= MOST_MEMORY_KIB;
  if (!fits || cost.passes < 1 || cost.passes > MOST_PASSES)
    throw new DualwatchError(
      'store-damaged',
      'the hash of a password is none that can be read; set the password anew with "dualwatch users password"',
    );
  return { cost, salt: Buffer.from(found?.[4] ?? '', 'base64'), hash: Buffer.from(found?.[5] ?? '', 'base64') };
}

const derive = typeof crypto.argon2 === 'function' ? promisify(crypto.argon2) : undefined;

let underWay = 0;
const waiting: (() => void)[] = [];

async function argon2id(password: string, nonce: Buffer, tagLength: number, cost: HashCost): Promise<Buffer> {
  if (derive === undefined)
    throw new DualwatchError('config', `passwords need Node 24.7 or newer, which brings argon2; this is Node ${process.versions.node}`);
  if (underWay >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new LoginHeld(FULL_MS, 'too many logins at once; try again in a few seconds');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else underWay += 1;
  try {
    // The same password typed on another keyboard: NIST SP 800-63B, 3.1.1.2.
    const message = password.normalize('NFKC');
    const { memoryKiB: memory, passes, lanes: parallelism } = cost;
    return await derive('argon2id', { message, nonce, tagLength, memory, passes, parallelism });
  } finally {
    const next = waiting.shift();
    if (next === undefined) underWay -= 1;
    else next();
  }
}

/** Turns a login away before it costs anything, while too many wait. Throws `too-many-requests`. */
export function refuseWhileFull(): void {
  if (waiting.length >= MOST_WAITING) throw new LoginHeld(FULL_MS, 'too many logins at once; try again in a few seconds');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
