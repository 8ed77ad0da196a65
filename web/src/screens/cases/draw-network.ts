import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import { extremityArrow, sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import { shownString } from '../../parts/shown-text-pieces.ts';
import type { Network, NetworkEdge, NetworkNode, NodeKind } from './network.ts';

export interface Drawn {
  readonly choose: (key: string | null) => void;
  readonly end: () => void;
}

interface Words {
  readonly edge: (edge: NetworkEdge) => string;
  readonly label: (node: NetworkNode) => string;
}

const SHAPES: Readonly<Record<NodeKind, string>> = {
  notice: 'circle',
  report: 'circle',
  publisher: 'square',
  party: 'diamond',
  good: 'triangle',
  tradeName: 'triangle',
  claim: 'diamond',
};
const LONGEST_LABEL = 22;
/** On a narrow page names are cut shorter. */
const NARROW = { px: 560, label: 12 };
/** Beyond so many edges their labels meet: then those alone are labelled that what is chosen has; the table beside the picture names all. */
const MOST_LABELLED = { wide: 60, narrow: 10 };
const PRIMITIVES = {
  nodes: { shapes: [sdfCircle(), sdfSquare(), sdfDiamond(), sdfTriangle()] },
  edges: { extremities: [extremityArrow()], defaultHead: 'arrow' },
};

/** Draws a network into an element, in the colours of the page: state by colour, kind by shape. Needs WebGL 2. */
export function drawNetwork(into: HTMLElement, network: Network, words: Words, onChoose: (key: string | null) => void): Drawn {
  const colour = coloursOf(into);
  const font = getComputedStyle(into).fontFamily;
  const isNarrow = into.clientWidth < NARROW.px;
  const graph = graphOf(network, words, colour, isNarrow);
  const isLabelled = network.edges.length <= (isNarrow ? MOST_LABELLED.narrow : MOST_LABELLED.wide);
  let chosen: string | null = null;
  const isLit = (key: string): boolean => chosen !== null && (key === chosen || (graph.hasEdge(chosen) && graph.hasExtremity(chosen, key)));
  const sigma = new Sigma(graph, into, {
    primitives: PRIMITIVES,
    settings: {
      renderEdgeLabels: true,
      edgeLabelAnchors: 'allNodes',
      enableEdgeEvents: true,
      itemSizesReference: 'screen',
      labelDensity: 4,
      labelRenderedSizeThreshold: 0,
      stagePadding: isNarrow ? 48 : 24,
      autoRescaleContent: isNarrow ? 'nodes' : 'labels',
      minCameraRatio: 0.2,
      maxCameraRatio: 3,
      gestureTarget: 'page',
    },
    styles: {
      nodes: {
        x: { attribute: 'x' },
        y: { attribute: 'y' },
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        shape: { attribute: 'shape' },
        label: { attribute: 'label' },
        labelColor: colour('--ink'),
        labelFont: font,
        labelSize: 12,
        labelVisibility: 'visible',
        labelPosition: 'below',
        labelBackgroundColor: colour('--ground'),
        labelBackgroundPadding: 1,
        backdropVisibility: (_, { isHovered }) => (isHovered ? 'visible' : 'hidden'),
        backdropColor: colour('--pane'),
        backdropShadowBlur: 0,
        cursor: 'pointer',
      },
      edges: {
        size: { attribute: 'size' },
        color: { attribute: 'color' },
        label: { attribute: 'label' },
        labelColor: colour('--soft'),
        labelFont: font,
        labelSize: 11,
        labelVisibility: 'visible',
        labelBackgroundColor: colour('--ground'),
        labelBackgroundPadding: 2,
        head: 'arrow',
        cursor: 'pointer',
      },
    },
    nodeReducer: (key, data) => (isLit(key) ? { ...data, color: colour('--accent') } : data),
    edgeReducer: (key, data) =>
      key === chosen || (chosen !== null && graph.hasNode(chosen) && graph.hasExtremity(key, chosen))
        ? { ...data, color: colour('--accent'), size: 3 }
        : isLabelled
          ? data
          : { ...data, labelVisibility: 'hidden' },
  });
  sigma.on('clickNode', ({ node }) => onChoose(node));
  sigma.on('clickEdge', ({ edge }) => onChoose(edge));
  sigma.on('clickStage', () => onChoose(null));
  return {
    choose(key) {
      chosen = key !== null && (graph.hasNode(key) || graph.hasEdge(key)) ? key : null;
      sigma.refresh();
    },
    end: () => sigma.kill(),
  };
}

function graphOf({ nodes, edges }: Network, words: Words, colour: (token: string) => string, isNarrow: boolean): Graph {
  const graph = new Graph({ multi: true, type: 'directed' });
  nodes.forEach((node, place) => {
    // Where it begins is the same each time, so that the picture is.
    const turn = (place * 2.399963) % (2 * Math.PI);
    const from = Math.sqrt(place + 1);
    graph.addNode(node.key, {
      x: from * Math.cos(turn),
      y: from * Math.sin(turn),
      size: 6 + Math.min(8, node.weight / 2),
      color: colourOf(node, colour),
      shape: SHAPES[node.kind],
      label: shortened(words.label(node), isNarrow ? NARROW.label : LONGEST_LABEL),
    });
  });
  for (const edge of edges)
    graph.addDirectedEdgeWithKey(edge.key, edge.from, edge.to, {
      size: edge.contradicted > 0 ? 2.5 : 1.5,
      color: colour('--line-strong'),
      label: words.edge(edge),
    });
  forceAtlas2.assign(graph, {
    iterations: 300,
    settings: { ...forceAtlas2.inferSettings(graph), gravity: 0.6, scalingRatio: 12, adjustSizes: false },
  });
  return graph;
}

function colourOf({ kind, state, inCase }: NetworkNode, colour: (token: string) => string): string {
  if (kind === 'notice' && state !== null && state !== 'present') return colour(`--${state}`);
  return colour(inCase ? '--ink' : '--faint');
}

/** Cut to so many letters; a Han character is as wide as two. */
function shortened(label: string, most: number): string {
  let width = 0;
  let text = '';
  for (const { segment } of new Intl.Segmenter().segment(shownString(label.slice(0, most * 4)))) {
    width += /\p{Script=Han}/u.test(segment) ? 2 : 1;
    if (width > most) return `${text}…`;
    text += segment;
  }
  return text;
}

/** A token as it holds here: a pair of colours for both themes is the one of this theme only once it is used. */
function coloursOf(element: HTMLElement): (token: string) => string {
  const style = getComputedStyle(element);
  return (token) => {
    element.style.color = `var(${token})`;
    const { color } = style;
    element.style.color = '';
    return color;
  };
}
