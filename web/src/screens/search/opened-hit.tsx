import type { ReactNode } from 'react';
import { Judge } from '../../parts/judge.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Tab } from '../notice/address.ts';
import { Evidence } from '../notice/evidence.tsx';
import { useMatchKeys } from '../notice/match-keys.ts';
import { Reader } from '../notice/reader.tsx';
import { useNotice } from '../notice/use-notice.ts';
import css from './search.module.css';

/** The notice that was opened out of the results, with its evidence under it. */
export function OpenedHit({
  id,
  alone,
  tab,
  onTab,
}: {
  readonly id: string;
  /** Without the results beside it: its title is the title of the page. */
  readonly alone: boolean;
  readonly tab: Tab | undefined;
  readonly onTab: (tab: Tab) => void;
}): ReactNode {
  const say = useWords('search');
  const { data: notice } = useNotice(id);
  useMatchKeys(tab, onTab);
  return (
    <div className={css.opened}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
      <section className={css.reader} tabIndex={0} aria-label={say('opened')}>
        <Reader
          key={id}
          id={id}
          heading={alone ? 'h1' : 'h2'}
          onTab={onTab}
          acts={notice === undefined ? undefined : <Judge notice={notice} />}
        />
      </section>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the same */}
      <aside className={css.evidence} tabIndex={0} aria-label={say('evidence')}>
        <Evidence id={id} tab={tab} onTab={onTab} />
      </aside>
    </div>
  );
}
