import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { useGlossary } from '../../api/glossary.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { MENTION_WORDS } from '../../parts/term-keys.ts';
import { useWords } from '../../words/use-words.ts';
import { inquiryPieces, type Piece } from './inquiry-pieces.ts';
import css from './inquiry.module.css';

/** The text as it was sent, with goods, places, parties and what else is recognised underlined; what a mark is, on hover and for assistive technology. */
export function InquiryText({ text, found }: { readonly text: string; readonly found: Answer<'POST /api/v1/inquiries'> }): ReactNode {
  const say = useWords('screening');
  const nameOf = useMarkName();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys
    <div className={css.text} role="region" aria-label={say('inquiryMarked')} tabIndex={0} dir="auto">
      {inquiryPieces(text, found.mentions, found.listed).map((piece) =>
        piece.kind === null ? (
          <ShownText key={piece.start} text={piece.text} />
        ) : (
          <mark key={piece.start} className={css.mark} data-kind={piece.kind} data-counted={piece.counted} title={nameOf(piece)}>
            <ShownText text={piece.text} />
          </mark>
        ),
      )}
    </div>
  );
}

function useMarkName(): (piece: Piece) => string {
  const terms = useWords('terms');
  const { goods, intent, country } = useGlossary();
  return ({ kind, mention, listed }) => {
    const word = kind === null ? '' : terms(MENTION_WORDS[kind]);
    if (listed !== null) return `${word}: ${listed}`;
    const { concept, id } = mention ?? {};
    if (concept !== undefined) return `${word}: ${goods(concept)}`;
    if (id === undefined) return word;
    return `${word}: ${kind === 'intent' ? intent(id) : kind === 'place' ? country(id.slice(0, 2)) : id}`;
  };
}
