import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue, type ReactNode } from 'react';
import { askingPages } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { ShowMore } from '../../parts/show-more.tsx';
import { useTyped } from '../../parts/use-typed.ts';
import { useWords } from '../../words/use-words.ts';
import { SORTS, type PublishersAddress, type Sort } from './address.ts';
import { orderPublishers } from './order-publishers.ts';
import { PublisherTable } from './publisher-table.tsx';
import { PublisherProfile } from './publisher-profile.tsx';
import css from './publishers.module.css';

const route = getRouteApi('/publishers');
const PAGE = 200;
const SORT_WORDS = {
  removed: 'sortRemoved',
  edits: 'sortEdits',
  copied: 'sortCopied',
  listed: 'sortListed',
  notices: 'sortNotices',
  latest: 'sortLatest',
} as const satisfies { readonly [Key in Sort]: string };

/** Who publishes, what they take down and edit, who copies whom, and who oversees them. */
export function Publishers(): ReactNode {
  const address = route.useSearch();
  return address.publisher === undefined ? <All address={address} /> : <PublisherProfile id={address.publisher} />;
}

function All({ address }: { readonly address: PublishersAddress }): ReactNode {
  const shell = useWords('shell');
  const say = useWords('publishers');
  const navigate = route.useNavigate();
  const { find = '', sort = 'removed' } = address;
  const asked = useDeferredValue(find);
  const query = useInfiniteQuery(askingPages('GET /api/v1/publishers', { query: { limit: PAGE } }));
  const known = query.data?.pages.flatMap(({ items }) => items);
  const change = (more: PublishersAddress): void => void navigate({ search: (before) => ({ ...before, ...more }), replace: true });
  const [typed, type] = useTyped(find, (words) => change({ find: words === '' ? undefined : words }));
  const found = orderPublishers(known ?? [], asked, sort);
  return (
    <Page title={shell('publishers')} lead={say('lead')} wide>
      {known === undefined && (
        <Answered query={query} lines={8}>
          {() => null}
        </Answered>
      )}
      {known?.length === 0 && (
        <Empty title={say('noneTitle')} acts={<Link to="/sources">{say('toSources')}</Link>}>
          {say('none')}
        </Empty>
      )}
      {known !== undefined && known.length > 0 && (
        <>
          <div className={css.tools}>
            <Field
              label={say('find')}
              type="search"
              placeholder={say('findHint')}
              maxLength={200}
              value={typed}
              onChange={(event) => type(event.target.value)}
            />
            <Choice
              label={say('sort')}
              value={sort}
              onChange={(event) => change({ sort: SORTS.find((one) => one === event.target.value && one !== 'removed') })}
              options={SORTS.map((one) => [one, say(SORT_WORDS[one])] as const)}
            />
          </div>
          {found.length === 0 ? <p role="status">{say('noMatch')}</p> : <PublisherTable publishers={found} />}
          <ShowMore query={query} />
        </>
      )}
    </Page>
  );
}
