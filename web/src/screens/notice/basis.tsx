import type { ReactNode } from 'react';
import type { Observation } from '../../api/routes.gen.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import { quoteOf, whyOf } from './basis-words.ts';

/** What a visit found in place of a notice, in the reader's language, with the words of the page that say so; how the rules saw it is on hover. A reason without a word of its own stands as it is. */
export function Basis({ of }: { readonly of: Pick<Observation, 'state' | 'reason' | 'removalKind' | 'basis'> }): ReactNode {
  const say = useWords('notice');
  const quote = quoteOf(of.basis);
  const why = whyOf(of);
  if (why === null && quote === null) return <ShownText text={of.basis ?? of.reason ?? ''} />;
  return (
    <span title={of.basis ?? undefined}>
      {why !== null && say(why.key, why.values)}
      {quote !== null && (
        <>
          {why === null ? '' : ': '}
          <q>
            <ShownText text={quote} />
          </q>
        </>
      )}
    </span>
  );
}
