import type { OpenedPage } from './chromium.ts';
import type { Story } from './story.ts';

/** A view of the desk: what it is called in pictures and reports, and where it stands. */
export interface View {
  readonly name: string;
  readonly path: string;
  /** What is pressed once it stands. */
  readonly press?: string;
}

const view = (name: string, path: string): View => ({ name, path });
const tabs = (name: string, path: string, ids: readonly string[]): readonly View[] =>
  ids.map((id) => view(`${name}-${id}`, `${path}?tab=${id}`));

/** Views that say the same whatever a home holds. */
const WHATEVER_IT_HOLDS: readonly View[] = [
  view('catalogue', '/catalogue'),
  view('catalogue-concept', '/catalogue?concept=counter_uav_jam'),
  view('catalogue-codes', '/catalogue?tab=codes&code=854370'),
  view('catalogue-try', '/catalogue?tab=try'),
  view('settings', '/settings'),
  ...tabs('settings', '/settings', ['appearance', 'language', 'users', 'privacy', 'about']),
];

/** Views that say something else as long as there is nothing. */
export const EVEN_EMPTY: readonly View[] = [
  view('inbox', '/inbox'),
  view('search', '/search'),
  view('cases', '/cases'),
  view('cases-add', '/cases?add=true'),
  view('screening', '/screening'),
  ...tabs('screening', '/screening', ['list', 'inquiry', 'matches', 'receipts']),
  view('sources', '/sources'),
  view('sources-add', '/sources?tab=add'),
  view('lists', '/lists'),
  view('lists-add', '/lists?add=true'),
  view('publishers', '/publishers'),
  ...tabs('settings', '/settings', ['keys', 'alerts', 'audit', 'log']),
];

/** All views of a home with the story in it. */
export function viewsOf(story: Pick<Story, 'notice' | 'edited' | 'tender' | 'case' | 'publisher' | 'source'>): readonly View[] {
  const { notice, edited, tender, publisher } = story;
  return [
    ...WHATEVER_IT_HOLDS,
    ...EVEN_EMPTY,
    view('inbox-all', `/inbox?q=&notice=${tender}`),
    view('search-found', '/search?q=%E6%97%A0%E4%BA%BA%E6%9C%BA&notice=' + notice),
    view('notice', `/notices/${notice}`),
    { ...view('notice-mention', `/notices/${notice}`), press: 'n' },
    ...tabs('notice', `/notices/${notice}`, ['fields', 'copies', 'page', 'proof', 'export', 'history']),
    view('notice-listed', `/notices/${tender}?tab=matches`),
    view('notice-edited', `/notices/${edited}?tab=versions`),
    view('notice-print', `/notices/${notice}?all=true`),
    view('case', `/cases/${story.case}`),
    ...tabs('case', `/cases/${story.case}`, ['timeline', 'network', 'claims', 'suggestions', 'work', 'log', 'dossier']),
    view('list', '/lists?list=watched'),
    view('list-changes', '/lists?list=watched&tab=changes'),
    view('list-versions', '/lists?list=watched&tab=versions'),
    view('list-about', '/lists?list=watched&tab=about'),
    view('source', `/sources?source=${story.source}`),
    view('publisher', `/publishers?publisher=${encodeURIComponent(publisher)}`),
  ];
}

/** The names of all views, before there is a home. */
export const VIEW_NAMES: readonly string[] = viewsOf({ notice: '', edited: '', tender: '', case: '', publisher: '', source: '' }).map(
  ({ name }) => name,
);

export async function showView({ goTo, page }: OpenedPage, { path, press }: View): Promise<void> {
  await goTo(path);
  if (press !== undefined) await page.keyboard.press(press);
}
