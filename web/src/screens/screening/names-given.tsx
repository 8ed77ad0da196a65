import { Fragment, type ReactNode } from 'react';
import { ShownText } from '../../parts/shown-text.tsx';

/** Names as somebody typed them, after one another; those of right-to-left scripts keep to themselves. */
export function NamesGiven({ names }: { readonly names: readonly string[] }): ReactNode {
  return names.map((name, at) => (
    <Fragment key={name}>
      {at > 0 && ' · '}
      <bdi>
        <ShownText text={name} />
      </bdi>
    </Fragment>
  ));
}
