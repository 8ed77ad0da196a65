import { useDeferredValue, type ReactNode } from 'react';
import { Empty } from '../../parts/empty.tsx';
import { Pending } from '../../parts/pending.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './inbox.module.css';

/** The notice that is open, with its evidence beside it or under it. While somebody runs through the list, only where they stop is drawn. */
export function Opened({
  id,
  tab,
  onTab,
  columns,
}: {
  readonly id: string | null;
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly columns: 1 | 2 | 3;
}): ReactNode {
  const say = useWords('inbox');
  const shown = useDeferredValue(id);
  void [tab, onTab];
  if (shown === null || id === null)
    return columns === 1 ? null : (
      <div className={css.reader}>
        <Empty title={say('chooseNotice')}>{say('chooseNoticeHint')}</Empty>
      </div>
    );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <section className={css.reader} data-pane="reader" tabIndex={0} aria-label={say('keyOpen')}>
      <Pending key={shown} />
    </section>
  );
}
