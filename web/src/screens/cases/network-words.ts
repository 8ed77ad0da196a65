import { COPY_WORDS } from '../../parts/term-keys.ts';
import { useGlossary } from '../../api/glossary.ts';
import { useWords } from '../../words/use-words.ts';
import type { EdgeKind, NetworkEdge, NetworkNode, NodeKind } from './network.ts';

const NODES = {
  notice: 'oneNotice',
  report: 'oneReport',
  publisher: 'onePublisher',
  party: 'oneParty',
  good: 'oneGood',
  tradeName: 'oneTradeName',
  claim: 'oneClaim',
} as const satisfies Readonly<Record<NodeKind, string>>;
const EDGES = {
  publishedBy: 'edgePublishedBy',
  copyOf: 'edgeCopyOf',
  seeks: 'edgeSeeks',
  names: 'edgeNames',
  oversees: 'edgeOversees',
  claimAbout: 'edgeClaimAbout',
  saidIn: 'edgeSaidIn',
} as const satisfies Readonly<Record<EdgeKind, string>>;

/** What nodes and edges are called; an edge says what it is of. */
export function useNetworkWords(): {
  readonly node: (kind: NodeKind) => string;
  readonly edge: (edge: NetworkEdge) => string;
  /** A notice with its number, goods in the reader's language. */
  readonly label: (node: NetworkNode) => string;
} {
  const { goods } = useGlossary();
  const say = useWords('cases');
  const terms = useWords('terms');
  return {
    node: (kind) => say(NODES[kind]),
    label: ({ kind, label, no }) => (kind === 'good' ? goods(label) : no === null ? label : `${no} · ${label}`),
    edge: ({ kind, copyKind, contradicted }) => {
      if (copyKind !== null) return say('edgeWith', { what: say('edgeCopyOf'), more: terms(COPY_WORDS[copyKind]) });
      if (contradicted > 0) return say('edgeContradicted');
      return say(EDGES[kind]);
    },
  };
}
