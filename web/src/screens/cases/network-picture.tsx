import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { useKept } from '../../look/kept.ts';
import { useSystemDark } from '../../look/system-dark.ts';
import { useWords } from '../../words/use-words.ts';
import { drawNetwork, type Drawn } from './draw-network.ts';
import type { Network } from './network.ts';
import { useNetworkWords } from './network-words.ts';
import net from './network.module.css';

/** The network as a picture: what can be seen in it stands in the table beside it, which alone is there for assistive technology and on paper. */
export function NetworkPicture({
  network,
  chosen,
  onChoose,
}: {
  readonly network: Network;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}): ReactNode {
  const say = useWords('cases');
  const words = useNetworkWords();
  const isDark = useSystemDark();
  const theme = useKept('theme') ?? (isDark ? 'dark' : 'light');
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>(null);
  const [canDraw] = useState(hasWebGl);
  const choose = useEffectEvent((key: string | null) => onChoose(key));
  const labels = useEffectEvent(() => words);
  // What is drawn changes with its keys, not with every answer that is asked for anew.
  const sign = [
    ...network.nodes.map((node) => `${node.key}${words.label(node)}${node.state ?? ''}`),
    ...network.edges.map((edge) => `${edge.key}${words.edge(edge)}`),
    theme,
  ].join('\n');
  const shown = useEffectEvent(() => network);
  const isChosen = useEffectEvent(() => chosen);
  useEffect(() => {
    const into = frame.current;
    if (into === null) return undefined;
    drawn.current = drawNetwork(into, shown(), labels(), choose);
    drawn.current.choose(isChosen());
    return () => {
      drawn.current?.end();
      drawn.current = null;
    };
  }, [sign]);
  useEffect(() => drawn.current?.choose(chosen), [chosen]);
  return (
    <figure className={`${net.picture} no-print`}>
      {canDraw ? <div ref={frame} className={net.canvas} aria-hidden="true" /> : <p className={net.hint}>{say('noPicture')}</p>}
      <figcaption className={net.legend}>{say('pictureLegend')}</figcaption>
    </figure>
  );
}

/** A browser without it has the table. */
function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null;
}
