import { memo, type ReactNode } from 'react';
import { ShownText } from '../../../parts/shown-text.tsx';
import type { Mark } from './marks.ts';
import type { Chunk, Node } from './tree.ts';
import { runsOf } from './long-runs.ts';
import css from './notice-text.module.css';

interface Drawn {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Marks that are shown now; the same set as before where nothing of it lies in this block. */
  readonly active: ReadonlySet<number>;
  /** What goods, intents and places are called in the reader's language, by mark; undefined where it is not asked for. */
  readonly glosses: ((mark: Mark) => string | undefined) | undefined;
}

/** One block of a notice's text with its marks. Blocks that are not in view cost nothing (`content-visibility`). */
export const TextChunk = memo(function TextChunk({ chunk, ...drawn }: Drawn & { readonly chunk: Chunk }): ReactNode {
  return (
    <div className={css.chunk} data-joined={chunk.joined}>
      {chunk.nodes.map((node) => draw(node, drawn, 0, false))}
    </div>
  );
});

function draw(node: Node, drawn: Drawn, depth: number, glossed: boolean): ReactNode {
  const { start, end, mark: no, nodes, first } = node;
  const mark = no === undefined ? undefined : drawn.marks[no];
  if (no === undefined || mark === undefined) return <Plain key={start} text={drawn.text.slice(start, end)} />;
  const gloss = glossed || first !== true ? undefined : drawn.glosses?.(mark);
  const inner = nodes?.map((one) => draw(one, drawn, depth + 1, glossed || gloss !== undefined));
  return (
    <mark
      key={`${start}-${no}`}
      className={css.mark}
      data-kind={mark.kind}
      data-counted={mark.counted}
      data-depth={depth}
      data-mark={no}
      data-active={drawn.active.has(no)}
      tabIndex={-1}
    >
      {gloss === undefined ? (
        inner
      ) : (
        <ruby data-short={end - start <= 16}>
          {inner}
          {/* Drawn by the style sheet, so that the text of the page stays the text of the notice, for whoever copies or reads it by program. */}
          <rt className={css.gloss} data-gloss={gloss} />
        </ruby>
      )}
    </mark>
  );
}

/** Around words with a gloss a browser breaks within them wherever the line may be broken anywhere: only what is too long may. */
function Plain({ text }: { readonly text: string }): ReactNode {
  return runsOf(text).map((run, no) =>
    run.long ? (
      <span key={no} className={css.long}>
        <ShownText text={run.text} />
      </span>
    ) : (
      <ShownText key={no} text={run.text} />
    ),
  );
}
