import type { ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';
import { sentFileOf } from './sent-file.ts';

/** Where a list comes from: its address, or the file that somebody sent. */
export function ListOrigin({ address }: { readonly address: string }): ReactNode {
  const say = useWords('lists');
  const file = sentFileOf(address);
  return (
    <span className={css.address}>
      {file !== undefined && <>{say('sentFile')} </>}
      <bdi>{file ?? address}</bdi>
    </span>
  );
}
