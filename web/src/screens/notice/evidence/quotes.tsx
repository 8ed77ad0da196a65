import type { ReactNode } from 'react';
import type { Finding } from '../../../api/routes.gen.ts';
import { ShownText } from '../../../parts/shown-text.tsx';
import { showSpans, type Span } from '../place.ts';
import { Saying } from './saying.tsx';
import css from './findings.module.css';

/** The words that speak for a finding or against it. Equal words are said once with how often; words of the text are shown there by a click, others are said by us. */
export function Quotes({
  notice,
  label,
  signs,
  sign,
}: {
  readonly notice: string;
  readonly label: string;
  readonly signs: Finding['for'];
  readonly sign: string;
}): ReactNode {
  if (signs.length === 0) return null;
  const words = [...Map.groupBy(signs, ({ text, span }) => `${span === undefined ? '' : 'at '}${text}`).values()];
  return (
    <ul className={css.quotes} aria-label={label}>
      {words.map((members) => {
        const spans = members.flatMap(({ span }): readonly Span[] => (span === undefined ? [] : [span]));
        const text = members[0]?.text ?? '';
        return (
          <li key={`${text} ${spans.length}`} data-sign={sign}>
            {spans.length === 0 ? (
              <Saying said={text} />
            ) : (
              <button type="button" className={css.quote} onClick={() => showSpans(notice, spans, 'evidence')}>
                <ShownText text={text} />
                {members.length > 1 && <span className={css.times}>{` ×${members.length}`}</span>}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
