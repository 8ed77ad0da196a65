import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { webAddress } from './web-address.ts';
import css from './outside.module.css';

/** An address elsewhere, as text; it can be followed where it is http(s), which leaves Dualwatch and tells the other side nothing of where one came from. */
export function Outside({ address }: { readonly address: string }): ReactNode {
  const say = useWords('screening');
  const leave = webAddress(address);
  if (leave === undefined) return <bdi className={css.address}>{address}</bdi>;
  return (
    <a className={css.outside} href={leave} target="_blank" rel="noopener noreferrer" title={say('leaves')}>
      <bdi className={css.address}>{address}</bdi>
      <ExternalLink aria-label={say('leaves')} role="img" />
    </a>
  );
}
