import { answers } from '../../api/queries.ts';
import { askingWho } from '../../api/who.ts';
import type { InboxAddress } from './address.ts';
import { DEFAULT_FILTER } from './default-filter.ts';
import { sheetOf } from './use-sheet.ts';

/** Asks for the rows of an address while the screen that shows them is still loaded. A saved view must be known first: its rows are asked for by the screen. */
export function readFirstRows({ q, view, sort }: Pick<InboxAddress, 'q' | 'view' | 'sort'>): void {
  if (q === undefined && view !== undefined) return;
  void answers
    .query(askingWho)
    .then(({ role }) => {
      const sheet = sheetOf(q ?? DEFAULT_FILTER, sort ?? 'priority');
      if (role !== null && sheet.total === null) sheet.want(0, 1);
    })
    .catch(() => undefined);
}
