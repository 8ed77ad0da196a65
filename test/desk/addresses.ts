import type { Story } from './story.ts';

/** A view of the desk: what it is called in pictures and reports, and where it stands. */
export interface View {
  readonly name: string;
  readonly path: string;
}

const view = (name: string, path: string): View => ({ name, path });

/** Views that every home has, whatever it holds. */
export const EVERYWHERE: readonly View[] = [
  view('inbox', '/inbox'),
  view('search', '/search'),
  view('cases', '/cases'),
  view('screening', '/screening'),
  view('sources', '/sources'),
  view('lists', '/lists'),
  view('catalogue', '/catalogue'),
  view('publishers', '/publishers'),
  view('settings', '/settings'),
];

/** All views of a home with the story in it. */
export function viewsOf(story: Pick<Story, 'notice' | 'case'>): readonly View[] {
  return [...EVERYWHERE, view('notice', `/notices/${story.notice}`), view('case', `/cases/${story.case}`)];
}
