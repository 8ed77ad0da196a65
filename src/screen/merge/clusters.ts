/** Two members that are one, by number; the greater strength is joined first. */
export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
  readonly why: string;
}

export interface Clustering {
  /** Members of each cluster, in order; clusters by their first member. */
  readonly clusters: readonly (readonly number[])[];
  /** Edges inside clusters, strongest first. */
  readonly edges: readonly Edge[];
}

/**
 * Joins members along edges, the strongest first, and never two clusters of which any members exclude each other (complete link): a chain that
 * would join what contradicts itself breaks at its weakest edge. Where a member is drawn equally to two that exclude each other, nothing tells to
 * which it belongs, and it joins neither. `forced` edges are joined before all, unless `forbidden`. The answer hangs on the edges alone, not on their order.
 */
export function cluster(
  count: number,
  edges: readonly Edge[],
  excludes: (a: number, b: number) => boolean,
  forced: readonly Edge[] = [],
  forbidden: (a: number, b: number) => boolean = () => false,
): Clustering {
  const members: number[][] = Array.from({ length: count }, (_, n) => [n]);
  const clusterOf = Array.from({ length: count }, (_, n) => n);
  const used: Edge[] = [];
  const join = (edge: Edge, refuses: (a: number, b: number) => boolean): void => {
    const [x = 0, y = 0] = [clusterOf[edge.a], clusterOf[edge.b]];
    const [mine = [], theirs = []] = [members[x], members[y]];
    if (x !== y) {
      if (mine.some((a) => theirs.some((b) => refuses(a, b)))) return;
      const [into, from] = x < y ? [x, y] : [y, x];
      members[into] = [...mine, ...theirs].toSorted((a, b) => a - b);
      members[from] = [];
      for (const member of members[into]) clusterOf[member] = into;
    }
    used.push(edge);
  };
  for (const edge of forced) join(edge, forbidden);
  const sure = edges.toSorted(byStrength);
  const torn = tornEdges(sure, excludes);
  for (const edge of sure) if (!torn.has(edge)) join(edge, excludes);
  return { clusters: members.filter(({ length }) => length > 0), edges: used };
}

function byStrength(x: Edge, y: Edge): number {
  return y.strength - x.strength || x.a - y.a || x.b - y.b;
}

/** Edges of a member to two others that exclude each other, equally strong. */
function tornEdges(edges: readonly Edge[], excludes: (a: number, b: number) => boolean): ReadonlySet<Edge> {
  const at = new Map<number, { readonly other: number; readonly edge: Edge }[]>();
  const add = (member: number, other: number, edge: Edge): void => {
    const list = at.get(member);
    if (list === undefined) at.set(member, [{ other, edge }]);
    else list.push({ other, edge });
  };
  for (const edge of edges) {
    add(edge.a, edge.b, edge);
    add(edge.b, edge.a, edge);
  }
  const torn = new Set<Edge>();
  for (const ends of at.values()) {
    for (const [n, x] of ends.entries()) {
      for (const y of ends.slice(n + 1)) {
        if (Math.abs(x.edge.strength - y.edge.strength) >= AS_STRONG || !excludes(x.other, y.other)) continue;
        torn.add(x.edge);
        torn.add(y.edge);
      }
    }
  }
  return torn;
}

/** Strengths that differ by less are taken as equal. */
const AS_STRONG = 1;
