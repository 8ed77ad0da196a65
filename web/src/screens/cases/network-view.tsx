import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { Empty } from '../../parts/empty.tsx';
import { Pending } from '../../parts/pending.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import { GatheringNote } from './gathering-note.tsx';
import { useGathered } from './gathered.ts';
import { networkOf } from './network.ts';
import { NetworkTable } from './network-table.tsx';
import { NodeEvidence } from './node-evidence.tsx';
import net from './network.module.css';

const Picture = lazy(async () => ({ default: (await import('./network-picture.tsx')).NetworkPicture }));

/** What ties together what a case holds: a picture, and the same as a table beside it; a click opens what shows it. */
export function NetworkView({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const { chosen } = useSearch({ from: '/cases/$id' });
  const navigate = useNavigate({ from: '/cases/$id' });
  const gathering = useGathered(of);
  const { data } = gathering;
  const network = useMemo(() => networkOf({ of, ...data }), [of, data]);
  const choose = (key: string | null): void =>
    void navigate({ search: (now) => ({ ...now, chosen: key ?? undefined }), replace: true, resetScroll: false });
  if (network.nodes.length === 0 && !gathering.isPending && gathering.error === null)
    return <Empty title={say('noNetwork')}>{say('noNetworkText')}</Empty>;
  return (
    <div className={css.body}>
      <GatheringNote gathering={gathering} />
      {network.left > 0 && <p className={css.soft}>{say('nodesLeft', { count: network.left })}</p>}
      <div className={net.both}>
        {!gathering.isPending && (
          <Suspense fallback={<Pending />}>
            <Picture network={network} chosen={chosen ?? null} onChoose={choose} />
          </Suspense>
        )}
        <div className={net.beside}>
          <NodeEvidence network={network} chosen={chosen ?? null} onChoose={choose} of={of} />
          <NetworkTable network={network} chosen={chosen ?? null} onChoose={choose} />
        </div>
      </div>
    </div>
  );
}
