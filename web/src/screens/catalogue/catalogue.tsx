import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Page } from '../../parts/page.tsx';
import { Views } from '../../parts/views.tsx';
import { useWords } from '../../words/use-words.ts';
import { CATALOGUE_TABS, type CatalogueAddress } from './address.ts';
import { CodeSearch } from './code-search.tsx';
import { ConceptList } from './concept-list.tsx';
import { ConceptView } from './concept-view.tsx';
import { ControlLists } from './control-lists.tsx';
import { TryText } from './try-text.tsx';
import css from './catalogue.module.css';

const route = getRouteApi('/catalogue');

/** What is looked for, in whose words, and which controls may apply. */
export function Catalogue(): ReactNode {
  const shell = useWords('shell');
  const say = useWords('catalogue');
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const { tab = 'concepts' } = address;
  const choose = (chosen: string): void =>
    void navigate({ search: (before) => ({ ...before, tab: CATALOGUE_TABS.find((one) => one === chosen) }) });
  return (
    <Page title={shell('catalogue')} lead={say('lead')} wide>
      <Views
        flush
        label={say('tabs')}
        value={tab}
        onChoose={choose}
        views={[
          { id: 'concepts', label: say('tabConcepts'), content: <Concepts address={address} /> },
          {
            id: 'codes',
            label: say('tabCodes'),
            content: (
              <CodeSearch
                code={address.code}
                date={address.date}
                onAsk={(more) => void navigate({ search: (before) => ({ ...before, ...more }) })}
              />
            ),
          },
          { id: 'try', label: say('tabTry'), content: <TryText first={address.find ?? ''} /> },
        ]}
      />
    </Page>
  );
}

function Concepts({ address }: { readonly address: CatalogueAddress }): ReactNode {
  const navigate = route.useNavigate();
  const { concept, find = '', date } = address;
  const query = useQuery({ ...asking('GET /api/v1/catalogue', {}), staleTime: Infinity });
  const onFind = (words: string): void =>
    void navigate({ search: (before) => ({ ...before, find: words === '' ? undefined : words }), replace: true });
  return (
    <Answered query={query} lines={12}>
      {({ concepts, lists }) => (
        <div className={css.columns} data-chosen={concept !== undefined}>
          <ConceptList concepts={concepts} find={find} chosen={concept} onFind={onFind} />
          <div className={css.detail}>
            {concept === undefined ? <ControlLists lists={lists} /> : <ConceptView id={concept} date={date} />}
          </div>
        </div>
      )}
    </Answered>
  );
}
