import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Doing } from '../../acts/triage.ts';
import { asking } from '../../api/queries.ts';
import { AskedAbout, type Asking } from '../../parts/asked-about.tsx';
import { Button } from '../../parts/button.tsx';
import { JudgeButtons } from '../../parts/judge.tsx';
import { Pending } from '../../parts/pending.tsx';
import { useColumns } from '../../parts/use-columns.ts';
import { useWords } from '../../words/use-words.ts';
import { noticeQuery } from '../notice/use-notice.ts';
import { DEFAULT_FILTER } from './default-filter.ts';
import { InboxHead } from './inbox-head.tsx';
import { InboxList } from './inbox-list.tsx';
import { Opened } from './opened.tsx';
import type { Sheet } from './sheet.ts';
import type { Sort } from './sort.ts';
import { useInbox, type Chosen } from './use-inbox.ts';
import { useInboxKeys } from './use-inbox-keys.ts';
import { useSheet } from './use-sheet.ts';
import css from './inbox.module.css';

const NOBODY: readonly string[] = [];

/** New notices in order of importance, with what is open beside them: read, judged and gathered without leaving the page. */
export function Inbox(): ReactNode {
  const address = useSearch({ from: '/inbox' });
  const views = useQuery({ ...asking('GET /api/v1/searches', { query: { limit: 500 } }), enabled: address.view !== undefined });
  const view = views.data?.items.find(({ id }) => id === address.view);
  if (address.q === undefined && address.view !== undefined && views.isPending) return <Pending />;
  return <Worked filter={address.q ?? view?.query ?? DEFAULT_FILTER} sort={address.sort ?? view?.sort ?? 'priority'} />;
}

function Worked({ filter, sort }: { readonly filter: string; readonly sort: Sort }): ReactNode {
  const say = useWords('inbox');
  const address = useSearch({ from: '/inbox' });
  const columns = useColumns();
  const sheet = useSheet(filter, sort);
  const shown = useShown(sheet);
  const state = useInbox(address, shown, sheet !== shown);
  const [asked, setAsked] = useState<{ readonly what: Asking; readonly about: readonly Chosen[]; readonly byKeys: boolean } | null>(null);
  const ask = (what: Asking, byKeys = false): void => {
    const about = state.targets();
    if (about.length > 0) setAsked({ what, about, byKeys });
  };
  useInboxKeys(state, (what) => ask(what, true));
  useEffect(() => {
    if (sheet.total === null) sheet.want(0, 1);
  }, [sheet]);
  const open = columns > 1 ? state.chosen : (address.notice ?? null);
  return (
    <div
      className={css.inbox}
      data-columns={columns}
      data-open={open !== null}
      data-alone={open === null && (shown.total === 0 || (shown.total === null && sheet.error !== null))}
    >
      {(columns > 1 || open === null) && (
        <section className={`${css.list} no-print`} aria-label={say('list')}>
          <InboxHead filter={filter} sort={sort} sheet={shown} pending={sheet !== shown} error={sheet.error} state={state} onAsk={ask} />
          <InboxList filter={filter} sheet={shown} error={sheet.error} state={state} />
        </section>
      )}
      {columns === 1 && open !== null && (
        <div className={`${css.back} no-print`}>
          <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={() => state.go({ ...address, notice: undefined }, true)}>
            {say('backToList')}
          </Button>
        </div>
      )}
      <Opened
        id={open}
        tab={address.tab}
        onTab={(tab) => state.go({ ...address, tab }, true)}
        columns={columns}
        acts={<JudgeOpen id={open} sheet={shown} onAct={(doing) => state.act(doing, false)} onAsk={ask} />}
        some={(shown.total ?? 0) > 0}
        neighbours={[state.at + 1, state.at - 1].flatMap((place) => shown.at(place)?.id ?? [])}
      />
      <AskedAbout
        what={asked?.what ?? null}
        notices={asked?.about ?? []}
        known={asked === null ? NOBODY : assigneesIn(shown)}
        onDecide={(doing) => state.act(doing, asked?.byKeys === true)}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}

/** What can be done with the open notice, as the list or, where it is in no list, its own reading knows it. */
function JudgeOpen({
  id,
  sheet,
  onAct,
  onAsk,
}: {
  readonly id: string | null;
  readonly sheet: Sheet;
  readonly onAct: (doing: Doing) => void;
  readonly onAsk: (what: Asking) => void;
}): ReactNode {
  const say = useWords('inbox');
  const row = id === null ? undefined : sheet.row(id);
  const { data } = useQuery({ ...noticeQuery(id ?? ''), enabled: id !== null && row === undefined });
  const triage = row?.triage ?? data?.triage;
  if (triage === undefined) return null;
  return (
    <>
      <JudgeButtons triage={triage} onAct={onAct} onAsk={onAsk} />
      {row !== undefined && sheet.placeOf(row.id) < 0 && <p className={css.left}>{say('leftList')}</p>}
    </>
  );
}

/** The list that was shown before stays until the next has rows, or cannot have any. */
function useShown(sheet: Sheet): Sheet {
  const [before, setBefore] = useState(sheet);
  const shown = sheet.total !== null || sheet.error !== null || before.total === null ? sheet : before;
  if (shown !== before) setBefore(shown);
  return shown;
}

function assigneesIn(sheet: Sheet): readonly string[] {
  return [...new Set(sheet.known().flatMap(({ triage }) => triage.assignee ?? []))];
}
