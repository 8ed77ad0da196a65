import { useState, type ReactNode } from 'react';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { inFull } from '../../parts/moment.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './notice-page.module.css';

/** The foot of every printed sheet: address of the notice, digest of the capture that its text is from, when and from where it was printed. */
export function PrintFoot({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const [say, shell] = [useWords('notice'), useWords('shell')];
  const language = useLanguage();
  const [at] = useState(() => new Date().toISOString());
  const digest = notice.reading?.capture ?? notice.captures.at(-1)?.sha256;
  return (
    <footer className={css.foot}>
      <div>
        <div>
          <p>
            <ShownText text={notice.url} />
          </p>
          {digest !== undefined && (
            <p>
              {say('proofDigest')} <code>{digest}</code>
            </p>
          )}
          <p>{shell('printedAt', { at: inFull(at, language), address: location.href })}</p>
        </div>
      </div>
    </footer>
  );
}
