import { normaliseAddress } from '../../model/address.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { Notice } from '../../model/notice.ts';
import type { Store } from '../../store/port.ts';

/** By id or by any address. Throws `not-found`. */
export async function findNotice(store: Pick<Store, 'findNotice'>, wanted: string): Promise<Notice> {
  const address = URL.canParse(wanted) ? normaliseAddress(wanted) : wanted;
  const notice = (await store.findNotice(address)) ?? (await store.findNotice(wanted));
  if (!notice)
    throw new DualwatchError(
      'not-found',
      `No notice has the id or address "${wanted}". "dualwatch notices" lists them; "dualwatch capture ${URL.canParse(wanted) ? wanted : '<address>'}" makes one.`,
    );
  return notice;
}
