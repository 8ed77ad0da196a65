import type { ReactNode } from 'react';
import type { Mention } from '../../api/routes.gen.ts';
import { scannedPieces } from './scanned-pieces.ts';
import { useMentionName } from './use-mention-name.ts';
import css from './catalogue.module.css';

/** A text with what was recognised in it underlined by kind. */
export function ScannedText({ text, mentions }: { readonly text: string; readonly mentions: readonly Mention[] }): ReactNode {
  const nameOf = useMentionName();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <div className={css.scanned} dir="auto" tabIndex={0}>
      {scannedPieces(text, mentions).map(({ start, text: words, mention }) =>
        mention === null ? (
          words
        ) : (
          <mark key={start} className={css.mark} data-kind={mention.kind} data-counted={mention.counted} title={nameOf(mention)}>
            {words}
          </mark>
        ),
      )}
    </div>
  );
}
