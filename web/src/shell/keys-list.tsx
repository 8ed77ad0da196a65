import type { ReactNode } from 'react';
import { useKeysNow, type KeyAct } from '../acts/keys.ts';
import { Panel } from '../parts/panel.tsx';
import { useWords } from '../words/use-words.ts';
import css from './keys-list.module.css';

/** As the machine before the reader calls it. */
const PALETTE_KEY = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

/** Every key that does something now, and what. */
export function KeysList({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  const [here, everywhere] = [useKeysNow('here'), useKeysNow('everywhere')];
  return (
    <Panel open={open} onClose={onClose} title={say('keys')} wide>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keys */}
      <div className={css.groups} role="region" aria-label={say('keys')} tabIndex={0}>
        {here.length > 0 && <Group title={say('keysHere')} acts={here} />}
        <Group title={say('keysEverywhere')} acts={[{ key: PALETTE_KEY, label: say('palette'), run: onClose }, ...everywhere]} />
      </div>
    </Panel>
  );
}

function Group({ title, acts }: { readonly title: string; readonly acts: readonly KeyAct[] }): ReactNode {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className={css.keys}>
        {acts.map(({ key, label }) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
