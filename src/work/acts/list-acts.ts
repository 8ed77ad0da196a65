import { packagedLists } from '../../catalogue/lists.ts';
import { isoTime, systemClock } from '../../capture/clock.ts';
import { DualwatchError } from '../../model/errors.ts';
import type { ListSettings } from '../../model/kept-list.ts';
import type { ListFile } from '../../screen/lists/list-file.ts';
import type { Decision } from '../../model/decision.ts';
import { createClient } from '../../fetch/client.ts';
import { decideMatch } from '../screening/decide-match.ts';
import { isSent, isWebAddress, sentAddress } from '../screening/fetch-list.ts';
import { addList, listsInForce, removeList, requireList } from '../screening/keep-lists.ts';
import { listSettings, type AskedList } from '../screening/list-settings.ts';
import { rescreenSets, type ChangedRow, type Rescreened } from '../screening/rescreen.ts';
import { rescreenNotices } from '../screening/rescreen-notices.ts';
import { maskedChange, type ChangedNotice, type ScreenedNotices } from '../screening/screen-notices.ts';
import { readListFiles, updateList, type ListUpdate, type UpdateParts } from '../screening/update-list.ts';
import { VERSION } from '../version.ts';
import type { Acting } from './tasks.ts';

/** Which list is wanted: a known one by name, or one at an address on the web. */
export interface WantedList extends Pick<AskedList, 'name' | 'every' | 'format' | 'allowPrivate' | 'with'> {
  readonly list: string;
}

/** Adds a list and takes in its first version. Files of the server's own machine are for its command line alone: throws `usage`. */
export async function addKnownList(acting: Acting, { list, ...asked }: WantedList): Promise<ListUpdate> {
  const known = packagedLists();
  const places = [...(known.has(list) ? [] : [list]), ...(asked.with ?? [])];
  const file = places.find((place) => !isWebAddress(place));
  if (file !== undefined)
    throw new DualwatchError(
      'usage',
      `"${file.slice(0, 200)}" is no known list and no address on the web. GET /api/v1/lists/known names the known ones; a file is added on the server with "dualwatch lists add"`,
    );
  return updating(acting, (parts) => addList(parts, listSettings(list, asked, known)));
}

/** Fetches a list anew, or takes in what is held back. */
export async function updateKnownList(
  acting: Acting,
  { name, accept, reread }: { readonly name: string; readonly accept: boolean; readonly reread: boolean },
): Promise<ListUpdate> {
  return updating(acting, async (parts) => updateList(parts, await requireList(parts.store, name), { accept, reread }));
}

/**
 * Takes in a list as somebody sent it: the first version of a new one, or the next of one that is sent. Throws `usage` where the name is that of a list which is
 * fetched, and what reading it throws.
 */
export async function takeSentList(
  acting: Acting,
  { name, file, accept }: { readonly name: string; readonly file: ListFile; readonly accept: boolean },
): Promise<ListUpdate> {
  return updating(acting, async (parts) => {
    const before = (await listsInForce(parts.store)).find((list) => list.name === name);
    if (before !== undefined && !isSent(before.address))
      throw new DualwatchError(
        'usage',
        `the list ${name} is fetched from ${before.address}: "lists update" fetches it anew; give what you send another name`,
      );
    const settings: ListSettings = {
      name,
      address: sentAddress(file.name),
      companions: [],
      format: before?.format ?? null,
      mapping: null,
      everyMs: null,
    };
    const fetched = { at: isoTime(systemClock.now()), files: [file], parsed: readListFiles(settings, [file]) };
    if (before === undefined) return addList(parts, settings, fetched);
    await parts.store.changeList(settings);
    return updateList(parts, { ...before, ...settings }, { accept, fetched });
  });
}

export async function removeKnownList({ home }: Acting, { name }: { readonly name: string }): Promise<void> {
  await removeList(home.store, await requireList(home.store, name), isoTime(systemClock.now()));
}

/** Whose matches changed, of each kind the first {@link MOST_TOLD}; all are counted. */
export interface RescreenedHome {
  readonly notices: ScreenedNotices & { readonly told: readonly ChangedNotice[] };
  readonly customers: Rescreened & { readonly told: readonly ChangedRow[] };
}

const MOST_TOLD = 1000;

/** Screens stored notices and kept customers again: what a change of the lists can have touched, or with `all` everything. */
export async function rescreen({ home }: Acting, { all }: { readonly all: boolean }): Promise<RescreenedHome> {
  const parts = { store: home.store, home: home.paths.home, clock: systemClock, note: () => undefined };
  const [notices, customers]: [ChangedNotice[], ChangedRow[]] = [[], []];
  const ofNotices = await rescreenNotices(parts, { all }, async (one) => {
    if (notices.length < MOST_TOLD) notices.push(maskedChange(one));
  });
  const ofCustomers = await rescreenSets(parts, { changedOnly: !all }, async (one) => {
    if (customers.length < MOST_TOLD) customers.push(one);
  });
  return { notices: { ...ofNotices, told: notices }, customers: { ...ofCustomers, told: customers } };
}

/** For a match that only a search through all that is stored finds. */
export async function decide({ home }: Acting, given: Parameters<typeof decideMatch>[1]): Promise<Decision> {
  return decideMatch({ store: home.store, clock: systemClock }, given);
}

async function updating({ home, config: { fetch } }: Acting, run: (parts: UpdateParts) => Promise<ListUpdate>): Promise<ListUpdate> {
  const limits = { connectMs: fetch.connectTimeout, headerBytes: fetch.maxHeaders };
  const client = createClient({ version: VERSION, contact: fetch.contact || undefined, limits });
  try {
    return await run({ store: home.store, home: home.paths.home, client, clock: systemClock });
  } finally {
    client.close();
  }
}
