import { addressAliases, normaliseAddress, normaliseAlias } from '../../model/address.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Notice } from '../../model/notice.ts';
import type { Store } from '../../store/port.ts';

/** By id or by any address. Throws `not-found`, and `usage` for what begins as an address and is none. */
export async function findNotice(store: Pick<Store, 'findNotice'>, wanted: string): Promise<Notice> {
  const notice = await lookUpNotice(store, wanted);
  if (!notice)
    throw new DualwatchError(
      'not-found',
      `No notice has the id or address "${wanted}". "dualwatch notices" lists them; "dualwatch capture ${IS_ADDRESS.test(wanted) ? wanted : '<address>'}" makes one.`,
    );
  return notice;
}

/** The same; undefined where there is none. Throws `usage` for what begins as an address and is none. */
export async function lookUpNotice(store: Pick<Store, 'findNotice'>, wanted: string): Promise<Notice | undefined> {
  for (const name of namesFor(wanted.trim())) {
    const notice = await store.findNotice(name);
    if (notice !== undefined) return notice;
  }
  return undefined;
}

const IS_ADDRESS = /^\s*(?:https?|file):/i;
/** An address as people say it. */
const WITHOUT_SCHEME = /^(?:[^\s/?#@:]+\.[^\s/?#@:]+|localhost)(?::\d+)?(?:[/?#]\S*)?$/i;

/**
 * Names under which a notice may be kept that somebody names so, the likeliest first: the text itself, the one spelling of the address, what that address gives
 * away (the article that a long link of WeChat leads to), and the same under the other of http and https, since an address bar shows where a redirect led.
 */
function namesFor(text: string): readonly string[] {
  if (!IS_ADDRESS.test(text) && !WITHOUT_SCHEME.test(text)) return [...new Set([text, normaliseAlias(text) ?? text])];
  const address = IS_ADDRESS.test(text) ? normaliseAddress(text) : normaliseAlias(`https://${text}`);
  if (address === undefined) return [text];
  const both = [address, address.replace(/^http(s?):/, (_, s) => (s === '' ? 'https:' : 'http:'))];
  return [...new Set([text, ...both, ...both.flatMap(addressAliases)])];
}
