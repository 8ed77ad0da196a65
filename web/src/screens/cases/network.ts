import type { Case, Claim, ClaimComparison, Copy, NoticeInFull, PublisherProfile } from '../../api/routes.gen.ts';
import { numbersOf } from './case-notices.ts';

export type NodeKind = 'notice' | 'report' | 'publisher' | 'party' | 'good' | 'tradeName' | 'claim';
export type EdgeKind = 'publishedBy' | 'copyOf' | 'seeks' | 'names' | 'oversees' | 'claimAbout' | 'saidIn';

export interface NetworkNode {
  readonly key: string;
  readonly kind: NodeKind;
  readonly id: string;
  readonly label: string;
  /** The number of a notice in the case. */
  readonly no: number | null;
  readonly state: NoticeInFull['state'] | null;
  /** Who published a notice: many have one title. */
  readonly who: string | null;
  readonly inCase: boolean;
  readonly weight: number;
}

/** `from` does it to `to`. What shows it: words, a capture, why. */
export interface NetworkEdge {
  readonly key: string;
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  readonly words: string | null;
  readonly capture: string | null;
  readonly copyKind: Copy['kind'] | null;
  /** Of a claim: how many things that it says the notice contradicts. */
  readonly contradicted: number;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Nodes left out, since more cannot be read. */
  readonly left: number;
}

export interface NetworkOf {
  readonly of: Case;
  readonly notices: readonly NoticeInFull[];
  /** Not in the case, but said something about. */
  readonly beside?: readonly NoticeInFull[];
  readonly copies: ReadonlyMap<string, readonly Copy[]>;
  readonly publishers: readonly PublisherProfile[];
  readonly claims: readonly { readonly claim: Claim; readonly comparison: readonly ClaimComparison[] }[];
}

const MOST_NODES = 150;
/** How much a kind matters by itself; links add to it. */
const WEIGHTS: Readonly<Record<NodeKind, number>> = { notice: 6, claim: 5, party: 5, publisher: 4, report: 4, good: 3, tradeName: 1 };

/** What a case holds and what ties it together, at most so many nodes as can be read: those of the case before others, then by their links. Pure. */
export function networkOf(given: NetworkOf, most = MOST_NODES): Network {
  const drawing = new Drawing(given.of);
  const reportOf = new Map(
    given.notices.flatMap(({ id, type, captures }) => captures.map(({ sha256 }) => [sha256, { id, type }] as const)),
  );
  for (const notice of given.notices) drawNotice(drawing, notice, given.copies.get(notice.id) ?? []);
  for (const { id, title, url, state, publisher } of given.beside ?? [])
    drawing.node('notice', id, { label: title ?? url, state, who: publisher });
  for (const publisher of given.publishers) drawOversight(drawing, publisher);
  for (const { kind, id, caption } of given.of.items)
    if (kind === 'party' || kind === 'publisher')
      drawing.node(kind, kind === 'publisher' ? (caption ?? id) : id, { label: caption ?? id, id, inCase: true });
  for (const { claim, comparison } of given.claims)
    if (claim.withdrawn === null) drawClaim(drawing, claim, comparison, claim.capture === null ? undefined : reportOf.get(claim.capture));
  return drawing.most(most);
}

function drawNotice(drawing: Drawing, notice: NoticeInFull, copies: readonly Copy[]): void {
  const { reading } = notice;
  const mine = drawing.node(notice.type, notice.id, { label: notice.title ?? notice.url, state: notice.state, who: notice.publisher });
  if (notice.publisher !== null && notice.publisher !== '')
    drawing.edge('publishedBy', mine, drawing.node('publisher', notice.publisher, {}), { capture: reading?.capture ?? null });
  for (const { listing, caption, publisher } of notice.listed) {
    const match = notice.matches.find((one) => one.listing === listing);
    const words = match?.text ?? (publisher === true ? notice.publisher : null);
    drawing.edge('names', mine, drawing.node('party', listing, { label: caption }), { words, capture: reading?.capture ?? null });
  }
  for (const concept of notice.goods) {
    const said = notice.mentions.find((mention) => mention.kind === 'good' && mention.counted && mention.concept === concept);
    drawing.edge('seeks', mine, drawing.node('good', concept, {}), { words: said?.text ?? null, capture: reading?.capture ?? null });
  }
  for (const name of notice.tradeNames) {
    const said = notice.mentions.find(({ kind, text }) => kind === 'tradeName' && text.toLowerCase() === name.toLowerCase());
    const to = drawing.node('tradeName', name.toLowerCase(), { label: name });
    drawing.edge('names', mine, to, { words: said?.text ?? name, capture: reading?.capture ?? null });
  }
  for (const { kind, other } of copies) {
    const theirs = drawing.node('notice', other.id, { label: other.title ?? other.url, state: other.state, who: other.publisher });
    if (other.publisher !== null && other.publisher !== '')
      drawing.edge('publishedBy', theirs, drawing.node('publisher', other.publisher, {}), {});
    const isLater = Date.parse(other.publishedAt ?? other.firstSeenAt) > Date.parse(notice.publishedAt ?? notice.firstSeenAt);
    const [from, to] = isLater ? [theirs, mine] : [mine, theirs];
    if (!drawing.has('copyOf', to, from)) drawing.edge('copyOf', from, to, { copyKind: kind });
  }
}

function drawOversight(drawing: Drawing, publisher: PublisherProfile): void {
  const mine = drawing.node('publisher', publisher.name, { id: publisher.id });
  for (const { name, publisher: under, overseer, why } of publisher.oversight) {
    const isUnder = under === publisher.id;
    const theirs = drawing.node('publisher', name, { id: isUnder ? overseer : under });
    drawing.edge('oversees', isUnder ? theirs : mine, isUnder ? mine : theirs, { words: why });
  }
  for (const { name, quote, capture } of publisher.overseersInText)
    drawing.edge('oversees', drawing.node('publisher', name, {}), mine, { words: quote, capture });
}

function drawClaim(
  drawing: Drawing,
  claim: Claim,
  comparison: readonly ClaimComparison[],
  report: { readonly id: string; readonly type: 'notice' | 'report' } | undefined,
): void {
  const mine = drawing.node('claim', claim.id, { label: claim.who });
  if (report !== undefined)
    drawing.edge('saidIn', mine, drawing.node(report.type, report.id, {}), { words: claim.quote, capture: claim.capture });
  for (const id of claim.about) {
    const findings = comparison.find(({ notice }) => notice === id)?.findings ?? [];
    const against = findings.filter(({ verdict }) => verdict === 'contradicts');
    const shown = against.find(({ notice }) => notice !== null);
    drawing.edge('claimAbout', mine, drawing.node('notice', id, {}), {
      words: shown === undefined ? claim.quote : `${shown.claim?.text ?? shown.says} – ${shown.notice?.text ?? ''}`,
      capture: comparison.find(({ notice }) => notice === id)?.capture ?? null,
      contradicted: against.length,
    });
  }
}

class Drawing {
  readonly #nodes = new Map<string, Omit<NetworkNode, 'weight'>>();
  readonly #edges = new Map<string, NetworkEdge>();
  readonly #held: ReadonlySet<string>;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(of: Case) {
    this.#numbers = numbersOf(of);
    this.#held = new Set(of.items.map(({ id }) => id));
  }

  node(
    kind: NodeKind,
    name: string,
    { label, state, who, id, inCase }: { label?: string; state?: NetworkNode['state']; who?: string | null; id?: string; inCase?: boolean },
  ): string {
    const key = `${kind === 'report' ? 'notice' : kind} ${name}`;
    const known = this.#nodes.get(key);
    this.#nodes.set(key, {
      key,
      kind: known?.kind === 'report' ? 'report' : kind,
      id: id ?? known?.id ?? name,
      label: label ?? known?.label ?? name,
      no: this.#numbers.get(name) ?? null,
      state: state ?? known?.state ?? null,
      who: who ?? known?.who ?? null,
      inCase: known?.inCase === true || inCase === true || this.#held.has(id ?? name),
    });
    return key;
  }

  has(kind: EdgeKind, from: string, to: string): boolean {
    return this.#edges.has(`${kind} ${from} ${to}`);
  }

  edge(
    kind: EdgeKind,
    from: string,
    to: string,
    { words = null, capture = null, copyKind = null, contradicted = 0 }: Partial<Omit<NetworkEdge, 'key' | 'kind' | 'from' | 'to'>>,
  ): void {
    const key = `${kind} ${from} ${to}`;
    if (from !== to && !this.#edges.has(key)) this.#edges.set(key, { key, kind, from, to, words, capture, copyKind, contradicted });
  }

  most(most: number): Network {
    const degree = new Map<string, number>();
    for (const { from, to } of this.#edges.values()) for (const key of [from, to]) degree.set(key, (degree.get(key) ?? 0) + 1);
    const all = [...this.#nodes.values()]
      .map((node) => ({ ...node, weight: WEIGHTS[node.kind] + (degree.get(node.key) ?? 0) + (node.inCase ? 1000 : 0) }))
      .toSorted((one, other) => other.weight - one.weight || (one.key < other.key ? -1 : 1));
    const nodes = all.slice(0, most).map((node) => ({ ...node, weight: node.weight % 1000 }));
    const kept = new Set(nodes.map(({ key }) => key));
    const edges = [...this.#edges.values()].filter(({ from, to }) => kept.has(from) && kept.has(to));
    return { nodes, edges, left: all.length - nodes.length };
  }
}
