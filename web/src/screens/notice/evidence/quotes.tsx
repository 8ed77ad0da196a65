import type { ReactNode } from 'react';
import type { Finding } from '../../../api/routes.gen.ts';
import { ShownText } from '../../../parts/shown-text.tsx';
import { showSpans, type Span } from '../place.ts';
import { Saying } from './saying.tsx';
import { useFirst } from './use-first.tsx';
import css from './findings.module.css';

const MOST = 24;

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
  const words = [...Map.groupBy(signs, ({ text, span }) => `${span === undefined ? '' : 'at '}${text}`).values()];
  const [shown, more] = useFirst(words, MOST);
  if (signs.length === 0) return null;
  return (
    <ul className={css.quotes} aria-label={label}>
      {shown.map((members) => {
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
      {more !== null && <li>{more}</li>}
    </ul>
  );
}
