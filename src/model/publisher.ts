import { sha256 } from './digest.ts';

declare const brand: unique symbol;
/** `p` + 26 characters made of the publisher's key: the same account has the same id in every home. */
export type PublisherId = string & { readonly [brand]: 'PublisherId' };

/** Whoever publishes notices: an account of a site, or a body as its site names it. */
export interface Publisher {
  readonly id: PublisherId;
  /** `wechat:<biz>`, or host and folded name. */
  readonly key: string;
  /** As the newest reading writes it. */
  readonly name: string;
  readonly host: string;
}

/** Who oversees a publisher, as a person says. */
export interface Oversight {
  readonly publisher: PublisherId;
  /** Id of another publisher, or a name. */
  readonly overseer: string;
  readonly why: string;
  readonly by: string;
  readonly at: string;
}

/** Fields of a reading that name the account behind it, by site. */
const ACCOUNTS: ReadonlyMap<string, readonly string[]> = new Map([['wechat', ['biz', 'user_name']]]);

/**
 * The publisher of a notice, or undefined where its page names none. An account is told by what its site calls it, since it may take another name;
 * elsewhere host and name together tell: a body on two sites is two publishers, and one name on two sites may be two bodies.
 */
export function publisherOf(
  reading: { readonly site: string | null; readonly fields: Readonly<Record<string, string>>; readonly publisher: string | null },
  host: string,
): Publisher | undefined {
  const name = reading.publisher?.replace(/\s+/g, ' ').trim() ?? '';
  const account = (ACCOUNTS.get(reading.site ?? '') ?? []).map((field) => reading.fields[field] ?? '').find((value) => value !== '');
  if (name === '' && account === undefined) return undefined;
  const key = account === undefined ? `${host}/${name.normalize('NFKC').toLowerCase()}` : `${reading.site}:${account}`;
  return { id: publisherId(key), key, name: name === '' ? key : name, host };
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

function publisherId(key: string): PublisherId {
  let rest = BigInt(`0x${sha256(key).slice(0, 33)}`) >> 2n;
  let id = '';
  for (let n = 0; n < 26; n += 1) {
    id = ALPHABET.charAt(Number(rest & 31n)) + id;
    rest >>= 5n;
  }
  return `p${id}` as PublisherId;
}

export function isPublisherId(text: string): text is PublisherId {
  return /^p[0-9a-hjkmnp-tv-z]{26}$/.test(text);
}
