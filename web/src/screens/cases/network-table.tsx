import type { ReactNode } from 'react';
import { DataTable } from '../../parts/data-table.tsx';
import { PublisherName } from '../../parts/publisher-name.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import type { Network, NetworkNode } from './network.ts';
import { useNetworkWords } from './network-words.ts';
import net from './network.module.css';

/** The network as rows: who does what to whom. */
export function NetworkTable({
  network: { nodes, edges },
  chosen,
  onChoose,
}: {
  readonly network: Network;
  readonly chosen: string | null;
  readonly onChoose?: (key: string) => void;
}): ReactNode {
  const say = useWords('cases');
  const words = useNetworkWords();
  const known = new Map(nodes.map((node) => [node.key, node]));
  const cell = (key: string): ReactNode => {
    const node = known.get(key);
    return node === undefined ? null : <NodeName node={node} isChosen={node.key === chosen} onChoose={onChoose} />;
  };
  return (
    <DataTable
      label={say('networkTable')}
      rows={edges}
      keyOf={({ key }) => key}
      columns={[
        { id: 'from', label: say('from'), cell: ({ from }) => cell(from) },
        { id: 'does', label: say('does'), cell: (edge) => words.edge(edge) },
        { id: 'to', label: say('to'), cell: ({ to }) => cell(to) },
      ]}
    />
  );
}

function NodeName({
  node,
  isChosen,
  onChoose,
}: {
  readonly node: NetworkNode;
  readonly isChosen: boolean;
  readonly onChoose: ((key: string) => void) | undefined;
}): ReactNode {
  const words = useNetworkWords();
  const name = <ShownText text={words.label(node)} />;
  return (
    <>
      <span className={net.kind}>{words.node(node.kind)}</span>
      {onChoose === undefined ? (
        name
      ) : (
        <button type="button" className={net.name} aria-pressed={isChosen} onClick={() => onChoose(node.key)}>
          {name}
        </button>
      )}
      {node.who !== null && node.who !== '' && (
        <span className={net.kind}>
          <PublisherName name={node.who} />
        </span>
      )}
    </>
  );
}
