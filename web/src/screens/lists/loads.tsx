import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { duration } from '../../parts/moment.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './lists.module.css';
import { useLoads } from '../../acts/load-list.ts';

const LOADING = { add: 'loadingNew', send: 'loadingSent', update: 'loadingUpdate' } as const;

/** Lists that are being fetched and read, with how long already; the screen may be left. */
export function LoadsUnderWay(): ReactNode {
  const say = useWords('lists');
  const running = useLoads().filter(({ status }) => status === 'pending');
  if (running.length === 0) return null;
  return (
    <ul className={css.loads} role="status">
      {running.map(({ load, since }) => (
        <li key={`${load.act} ${load.list}`}>
          <LoaderCircle aria-hidden="true" />
          <span>{say(LOADING[load.act], { list: load.list })}</span>
          <Elapsed since={since} />
          <span className={css.soft}>{say('mayLeave')}</span>
        </li>
      ))}
    </ul>
  );
}

function Elapsed({ since }: { readonly since: number }): ReactNode {
  const language = useLanguage();
  const now = useNow(1000);
  return <span aria-hidden="true">{duration((now - since) / 1000, language)}</span>;
}
