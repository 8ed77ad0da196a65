import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLoad } from '../../acts/load-list.ts';
import { Page } from '../../parts/page.tsx';
import { Views } from '../../parts/views.tsx';
import { useWords } from '../../words/use-words.ts';
import { AddByAddress } from './add-by-address.tsx';
import type { ListsAddress } from './address.ts';
import { KnownLists } from './known-lists.tsx';
import { LoadsUnderWay } from './loads.tsx';
import { SendList } from './send-list.tsx';

type Way = NonNullable<ListsAddress['add']>;

/** A list is added: a known public one, with its terms, a file of one's own, or one at an address. */
export function AddList({
  way,
  onWay,
  there,
  onLeave,
}: {
  readonly way: Way;
  readonly onWay: (way: Way) => void;
  readonly there: readonly string[];
  readonly onLeave: () => void;
}): ReactNode {
  const say = useWords('lists');
  const load = useLoad();
  return (
    <Page title={say('addTitle')} lead={say('addLead')} acts={<Link to="/lists">{say('allLists')}</Link>}>
      <LoadsUnderWay />
      <Views
        label={say('addTitle')}
        value={way === true ? 'known' : way}
        onChoose={(id) => onWay(id === 'file' || id === 'address' ? id : true)}
        views={[
          { id: 'known', label: say('knownTitle'), content: <KnownLists there={there} /> },
          { id: 'file', label: say('ownTitle'), content: <SendList onSent={onLeave} /> },
          {
            id: 'address',
            label: say('addressTitle'),
            content: <AddByAddress onAdd={(name, body) => load.mutate({ act: 'add', list: name, body }, { onSuccess: onLeave })} />,
          },
        ]}
      />
    </Page>
  );
}
