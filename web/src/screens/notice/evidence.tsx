import type { ReactNode } from 'react';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Views, type View } from '../../parts/views.tsx';
import { useWords } from '../../words/use-words.ts';
import { TABS, tabOf, type Tab } from './address.ts';
import { Findings } from './evidence/findings.tsx';
import { useNotice } from './use-notice.ts';
import css from './evidence.module.css';

/** What speaks for, against and behind a notice, in tabs beside its text. Made for every screen that shows notices; `tab` stands in the address of that screen. */
export function Evidence({
  id,
  tab,
  onTab,
}: {
  readonly id: string;
  readonly tab: Tab | undefined;
  readonly onTab: (tab: Tab) => void;
}): ReactNode {
  return <Answered query={useNotice(id)}>{(notice) => <Tabs notice={notice} tab={tab ?? 'findings'} onTab={onTab} />}</Answered>;
}

function Tabs({ notice, tab, onTab }: { readonly notice: NoticeInFull; readonly tab: Tab; readonly onTab: (tab: Tab) => void }): ReactNode {
  const say = useWords('notice');
  const parts = useParts(notice);
  return (
    <div className={css.evidence}>
      <Views
        label={say('evidence')}
        value={tab}
        onChoose={(id) => onTab(tabOf(id) ?? 'findings')}
        views={TABS.flatMap((id): readonly View[] => {
          const part = parts[id];
          return part === undefined ? [] : [{ id, ...part, content: <div className={css.body}>{part.content}</div> }];
        })}
      />
    </div>
  );
}

/** Each tab with its name, a count where there is something to count, and what it shows. */
function useParts(notice: NoticeInFull): Partial<Record<Tab, Omit<View, 'id'>>> {
  const say = useWords('notice');
  return {
    findings: { label: say('tabFindings'), content: <Findings notice={notice} /> },
  };
}
