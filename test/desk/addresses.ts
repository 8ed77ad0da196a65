import type { Page } from 'playwright-core';
import type { OpenedPage } from './chromium.ts';
import type { Story } from './story.ts';

/** A view of the desk: what it is called in pictures and reports, and where it stands. */
export interface View {
  readonly name: string;
  readonly path: string;
  /** What is done once it stands: a dialog is opened, a form is sent. */
  readonly open?: (page: Page) => Promise<void>;
}

const view = (name: string, path: string, open?: View['open']): View => ({ name, path, ...(open === undefined ? {} : { open }) });
const tabs = (name: string, path: string, ids: readonly string[]): readonly View[] =>
  ids.map((id) => view(`${name}-${id}`, `${path}?tab=${id}`));

const INQUIRY =
  'We are a new trading firm in Bishkek and look for 20 thermal imaging cameras and drone jammers for a client in Russia. Pay: USDT.';

/** Presses these keys, one after another. */
const keys =
  (...pressed: readonly string[]): View['open'] =>
  async ({ keyboard }) => {
    for (const key of pressed) await keyboard.press(key);
  };
/** Writes this into the screen's form, and sends it. */
const send =
  (text: string): View['open'] =>
  async (page) => {
    const form = page
      .getByRole('main')
      .locator('form')
      .filter({ has: page.locator('textarea') });
    await form.locator('textarea').first().fill(text);
    await form.locator('button[type="submit"]').click();
  };

/** Views that say the same whatever a home holds. */
const WHATEVER_IT_HOLDS: readonly View[] = [
  view('catalogue', '/catalogue'),
  view('catalogue-concept', '/catalogue?concept=counter_uav_jam'),
  view('catalogue-codes', '/catalogue?tab=codes&code=854370'),
  view('catalogue-try', '/catalogue?tab=try'),
  view('settings', '/settings'),
  ...tabs('settings', '/settings', ['appearance', 'language', 'users', 'privacy', 'about']),
  view('inbox-keys', '/inbox', keys('?')),
];

/** Views that say something else as long as there is nothing. */
export const EVEN_EMPTY: readonly View[] = [
  view('inbox', '/inbox'),
  view('inbox-palette', '/inbox', keys('Control+k')),
  view('search', '/search'),
  view('search-none', '/search?q=zzzz'),
  view('cases', '/cases'),
  view('cases-add', '/cases?add=true'),
  view('screening', '/screening'),
  ...tabs('screening', '/screening', ['list', 'inquiry', 'matches', 'receipts']),
  view('screening-answer', '/screening?tab=inquiry', send(INQUIRY)),
  view('sources', '/sources'),
  view('sources-add', '/sources?tab=add'),
  view('lists', '/lists'),
  view('lists-add', '/lists?add=true'),
  view('lists-add-file', '/lists?add=file'),
  view('lists-add-address', '/lists?add=address'),
  view('publishers', '/publishers'),
  ...tabs('settings', '/settings', ['keys', 'alerts', 'audit', 'log']),
];

type Ids = Pick<Story, 'notice' | 'edited' | 'tender' | 'case' | 'publisher' | 'source' | 'receipt' | 'upload'>;

/** All views of a home with the story in it. */
export function viewsOf(story: Ids): readonly View[] {
  const notice = `/notices/${story.notice}`;
  const gathered = `/cases/${story.case}`;
  return [
    ...WHATEVER_IT_HOLDS,
    ...EVEN_EMPTY,
    view('inbox-all', `/inbox?q=&notice=${story.tender}`),
    view('inbox-selected', '/inbox?q=', keys('x', 'j', 'x')),
    view('inbox-case', `/inbox?q=&notice=${story.tender}`, keys('c')),
    view('inbox-assign', `/inbox?q=&notice=${story.tender}`, keys('a')),
    view('inbox-reason', `/inbox?q=&notice=${story.tender}`, keys('S')),
    view('search-found', `/search?q=%E6%97%A0%E4%BA%BA%E6%9C%BA&notice=${story.notice}`),
    view('search-goods', '/search?q=drone%20jammer'),
    view('search-keep', '/search?q=Bulat', keys('b')),
    view('notice', notice),
    view('notice-mention', notice, keys('n')),
    view('notice-glosses', notice, keys('g')),
    ...tabs('notice', notice, ['fields', 'copies', 'page', 'proof', 'export', 'history']),
    view('notice-listed', `/notices/${story.tender}?tab=matches`),
    view('notice-decide', `/notices/${story.tender}?tab=matches`, keys('h')),
    view('notice-edited', `/notices/${story.edited}?tab=versions`),
    view('notice-print', `${notice}?all=true`),
    view('case', gathered),
    ...tabs('case', gathered, ['timeline', 'network', 'claims', 'suggestions', 'work', 'log', 'dossier']),
    view('case-add', gathered, keys('a')),
    view('case-edit', gathered, keys('r')),
    view('case-verify', gathered, keys('v')),
    view('case-export', gathered, keys('w')),
    view('case-claim', `${gathered}?tab=claims`, keys('n')),
    view('list', '/lists?list=watched'),
    view('list-changes', '/lists?list=watched&tab=changes'),
    view('list-versions', '/lists?list=watched&tab=versions'),
    view('list-about', '/lists?list=watched&tab=about'),
    view('screening-found', '/screening', send('Blue Harbour Fishing Cooperative')),
    view('screening-receipt', `/screening?tab=receipts&receipt=${story.receipt}`),
    view('screening-customers', `/screening?tab=list&upload=${story.upload}`),
    view('source', `/sources?source=${story.source}`),
    view('publisher', `/publishers?publisher=${encodeURIComponent(story.publisher)}`),
  ];
}

const NOBODY = { notice: '', edited: '', tender: '', case: '', publisher: '', source: '', receipt: '', upload: '' };
/** The names of all views, before there is a home. */
export const VIEW_NAMES: readonly string[] = viewsOf(NOBODY).map(({ name }) => name);

/** Goes to a view and waits until it stands. */
export async function showView({ goTo, page, settled }: OpenedPage, { path, open }: View): Promise<void> {
  await goTo(path);
  if (open === undefined) return;
  await open(page);
  await settled();
}
