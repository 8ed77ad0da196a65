import type { ReactNode } from 'react';
import type { Mention } from '../../api/routes.gen.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { scannedPieces } from './scanned-pieces.ts';
import { useMentionName } from './use-mention-name.ts';
import css from './catalogue.module.css';

/** A text of half a million characters may name goods in each of its words. */
const MOST_MARKS = 5000;

/** A text with what was recognised in it underlined by kind. */
export function ScannedText({ text, mentions }: { readonly text: string; readonly mentions: readonly Mention[] }): ReactNode {
  const nameOf = useMentionName();
  const marked = mentions.length > MOST_MARKS ? mentions.slice(0, MOST_MARKS) : mentions;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <div className={css.scanned} dir="auto" tabIndex={0}>
      {scannedPieces(text, marked).map(({ start, text: words, mention }) =>
        mention === null ? (
          <ShownText key={start} text={words} />
        ) : (
          <mark key={start} className={css.mark} data-kind={mention.kind} data-counted={mention.counted} title={nameOf(mention)}>
            <ShownText text={words} />
          </mark>
        ),
      )}
    </div>
  );
}
