import { Link } from '@tanstack/react-router';
import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Case } from '../../api/routes.gen.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { Button } from '../../parts/button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Network, NetworkEdge, NetworkNode } from './network.ts';
import { useNetworkWords } from './network-words.ts';
import net from './network.module.css';
import { useChangeCase } from './use-case.ts';
import { NoticeLink } from './notice-link.tsx';

/** What was chosen in the network, a node or an edge, and what shows its links: words and captures. */
export function NodeEvidence({
  network: { nodes, edges },
  chosen,
  onChoose,
  of,
}: {
  readonly network: Network;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly of: Case;
}): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const words = useNetworkWords();
  const edge = edges.find(({ key }) => key === chosen);
  const node = nodes.find(({ key }) => key === chosen);
  if (node === undefined && edge === undefined) return <p className={net.hint}>{say('networkHint')}</p>;
  const links = edge === undefined ? edges.filter(({ from, to }) => from === chosen || to === chosen) : [edge];
  const called = new Map(nodes.map((one) => [one.key, words.label(one)]));
  return (
    <section className={net.evidence} aria-label={say('evidence')}>
      <header className={net.head}>
        {node === undefined ? <h3>{say('link')}</h3> : <NodeHead node={node} of={of} />}
        <Button kind="quiet" icon={<X aria-hidden="true" />} aria-label={frame('close')} onClick={() => onChoose(null)} />
      </header>
      <ul>
        {links.map((link) => (
          <LinkRow key={link.key} link={link} called={called} />
        ))}
      </ul>
    </section>
  );
}

function NodeHead({ node, of }: { readonly node: NetworkNode; readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const words = useNetworkWords();
  const change = useChangeCase(of.id);
  const { kind, id, label, state, inCase } = node;
  const item = kind === 'notice' || kind === 'report' ? kind : null;
  return (
    <div className={net.titles}>
      <p className={net.kind}>{words.node(kind)}</p>
      <h3>
        <ShownText text={words.label(node)} />
      </h3>
      <p className={net.acts}>
        {state !== null && <StateMark state={state} />}
        <Opening node={node} of={of} />
        {item !== null && !inCase && (
          <AnalystButton
            kind="quiet"
            icon={<Plus aria-hidden="true" />}
            onClick={() =>
              void change({ change: { do: 'add', item: { kind: item, id } }, caption: label, said: say('saidAdded', { what: label }) })
            }
          >
            {say('add')}
          </AnalystButton>
        )}
      </p>
    </div>
  );
}

function Opening({ node: { kind, id }, of }: { readonly node: NetworkNode; readonly of: Case }): ReactNode {
  const say = useWords('cases');
  if (kind === 'notice' || kind === 'report')
    return (
      <NoticeLink id={id} bare>
        {say('open')}
      </NoticeLink>
    );
  if (kind === 'claim')
    return (
      <Link to="/cases/$id" params={{ id: of.id }} search={{ tab: 'claims', chosen: id }}>
        {say('open')}
      </Link>
    );
  if (kind === 'publisher' && /^p[0-9a-z]{20,}$/.test(id))
    return (
      <Link to="/publishers" search={{ publisher: id }}>
        {say('open')}
      </Link>
    );
  return null;
}

function LinkRow({ link, called }: { readonly link: NetworkEdge; readonly called: ReadonlyMap<string, string> }): ReactNode {
  const words = useNetworkWords();
  return (
    <li className={net.link}>
      <p>
        <ShownText text={called.get(link.from) ?? ''} /> <span className={net.does}>{words.edge(link)}</span>{' '}
        <ShownText text={called.get(link.to) ?? ''} />
      </p>
      {link.words !== null && (
        <blockquote className={net.words}>
          <ShownText text={link.words} />
        </blockquote>
      )}
      {link.capture !== null && <Digest value={link.capture} />}
    </li>
  );
}
