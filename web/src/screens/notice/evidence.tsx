import type { ReactNode } from 'react';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Views, type View } from '../../parts/views.tsx';
import { useWords } from '../../words/use-words.ts';
import { TABS, tabOf, type Tab } from './address.ts';
import { Copies } from './evidence/copies.tsx';
import { ExportPart } from './evidence/export-part.tsx';
import { Fields } from './evidence/fields.tsx';
import { Findings } from './evidence/findings.tsx';
import { History } from './evidence/history.tsx';
import { Matches } from './evidence/matches.tsx';
import { partiesOf } from './evidence/matched-parties.ts';
import { PageKept } from './evidence/page-kept.tsx';
import { Proof } from './evidence/proof.tsx';
import { Versions } from './evidence/versions.tsx';
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
  const query = useNotice(id);
  // Why it cannot be shown is said once, where its text would stand.
  if (query.data === undefined && query.error !== null) return null;
  // What was verified, exported or unfolded of one notice says nothing of the next.
  return <Answered query={query}>{(notice) => <Tabs key={id} notice={notice} tab={tab ?? 'findings'} onTab={onTab} />}</Answered>;
}

function Tabs({ notice, tab, onTab }: { readonly notice: NoticeInFull; readonly tab: Tab; readonly onTab: (tab: Tab) => void }): ReactNode {
  const say = useWords('notice');
  const parts = useParts(notice);
  return (
    <div className={css.evidence}>
      <h2 className="visually-hidden">{say('evidence')}</h2>
      <Views
        label={say('evidence')}
        value={tab}
        onChoose={(id) => onTab(tabOf(id) ?? 'findings')}
        views={TABS.map((id) => ({ id, ...parts[id], content: <div className={css.body}>{parts[id].content}</div> }))}
      />
    </div>
  );
}

/** Each tab with its name, a count where there is something to count, and what it shows. */
export function useParts(notice: NoticeInFull): Readonly<Record<Tab, Omit<View, 'id'>>> {
  const say = useWords('notice');
  const seen = notice.findings.filter(({ status }) => status === 'seen' || status === 'met').length;
  const some = (count: number): number | undefined => (count === 0 ? undefined : count);
  return {
    findings: { label: say('tabFindings'), count: some(seen), content: <Findings notice={notice} /> },
    fields: { label: say('tabFields'), content: <Fields notice={notice} /> },
    matches: { label: say('tabMatches'), count: some(partiesOf(notice.matches).length), content: <Matches notice={notice} /> },
    copies: { label: say('tabCopies'), count: some(notice.copies), content: <Copies notice={notice} /> },
    versions: { label: say('tabVersions'), count: some(notice.versions), content: <Versions notice={notice} /> },
    page: { label: say('tabPage'), content: <PageKept notice={notice} /> },
    proof: { label: say('tabProof'), content: <Proof notice={notice} /> },
    export: { label: say('tabExport'), content: <ExportPart notice={notice} /> },
    history: { label: say('tabHistory'), content: <History notice={notice} /> },
  };
}
