import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Answered } from '../../parts/answered.tsx';
import { MAIN_LINK } from '../../parts/button.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Page } from '../../parts/page.tsx';
import { Views } from '../../parts/views.tsx';
import { useWords } from '../../words/use-words.ts';
import { SCREENING_TABS, type ScreeningTab } from './address.ts';
import { InquiryTab } from './inquiry-tab.tsx';
import { ListTab } from './list-tab.tsx';
import { MatchesTab } from './matches-tab.tsx';
import { NameTab } from './name-tab.tsx';
import { ReceiptsTab } from './receipts-tab.tsx';
import css from './screening.module.css';

const here = getRouteApi('/screening');
const LABELS = { name: 'tabName', list: 'tabList', inquiry: 'tabInquiry', matches: 'tabMatches', receipts: 'tabReceipts' } as const;

/** Names, files of customers and whole inquiries against the lists; what notices say of listed parties; and the receipts. */
export function Screening(): ReactNode {
  const say = useWords('screening');
  const shell = useWords('shell');
  const { tab = 'name' } = here.useSearch();
  const navigate = here.useNavigate();
  const content: Readonly<Record<ScreeningTab, ReactNode>> = {
    name: <NameTab />,
    list: (
      <NeedsLists>
        <ListTab />
      </NeedsLists>
    ),
    inquiry: <InquiryTab />,
    matches: (
      <NeedsLists hides>
        <MatchesTab />
      </NeedsLists>
    ),
    receipts: <ReceiptsTab />,
  };
  return (
    <Page title={shell('screening')} lead={say('lead')}>
      <Views
        flush
        label={shell('screening')}
        value={tab}
        onChoose={(id) => void navigate({ search: { tab: id as ScreeningTab } })}
        views={SCREENING_TABS.map((id) => ({ id, label: say(LABELS[id]), content: <div className={css.tab}>{content[id]}</div> }))}
      />
    </Page>
  );
}

/** What screens against lists says how to get one where there is none; what it would take is shown, and shut, unless it `hides`. */
export function NeedsLists({ children, hides = false }: { readonly children: ReactNode; readonly hides?: boolean }): ReactNode {
  const say = useWords('screening');
  const mayAdd = useMay('admin');
  const lists = useQuery({
    ...asking('GET /api/v1/lists', { query: { limit: 100 } }),
    // A list that somebody adds elsewhere is noticed.
    refetchInterval: ({ state }) => (state.data?.items.some(({ current }) => current !== null) === true ? false : 4000),
  });
  return (
    <Answered query={lists}>
      {({ items }) =>
        items.some(({ current }) => current !== null) ? (
          children
        ) : (
          <>
            <Empty
              title={say('noListsTitle')}
              acts={
                mayAdd && (
                  <Link to="/lists" search={{ add: true }} className={MAIN_LINK}>
                    {say('addList')}
                  </Link>
                )
              }
            >
              {mayAdd ? say('noLists') : say('noListsAskAdmin')}
            </Empty>
            {!hides && (
              <fieldset disabled className={css.shut} aria-label={say('noListsTitle')}>
                {children}
              </fieldset>
            )}
          </>
        )
      }
    </Answered>
  );
}
