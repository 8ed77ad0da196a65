import { Link } from '@tanstack/react-router';
import { ArrowLeft, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import type { NoticeInFull } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../words/use-words.ts';
import { TABS } from './address.ts';
import { AllOpen } from './all-open.ts';
import { useParts } from './evidence.tsx';
import { PrintFoot } from './print-foot.tsx';
import { Reader } from './reader.tsx';
import { useNotice } from './use-notice.ts';
import css from './notice-page.module.css';

/** All of a notice one under the other, everything unfolded and verified anew, as it goes to paper or into a file. */
export function PrintView({ id }: { readonly id: string }): ReactNode {
  return (
    <AllOpen value>
      <Answered query={useNotice(id)}>{(notice) => <Sheet key={id} notice={notice} />}</Answered>
    </AllOpen>
  );
}

function Sheet({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const [say, shell] = [useWords('notice'), useWords('shell')];
  const parts = useParts(notice);
  const [fetching, proving] = [useIsFetching(), useIsMutating()];
  const loading = fetching + proving > 0;
  return (
    <div className={css.sheet}>
      <div className={css.all}>
        <div className={`${css.bar} no-print`}>
          <Link to="/notices/$id" params={{ id: notice.id }} className={css.back}>
            <ArrowLeft aria-hidden="true" />
            {say('backToNotice')}
          </Link>
          <Button kind="main" icon={<Printer aria-hidden="true" />} disabled={loading} onClick={() => print()}>
            {shell('print')}
          </Button>
        </div>
        <Reader id={notice.id} heading="h1" />
        {TABS.filter((tab) => tab !== 'export').map((tab) => (
          <section key={tab} className={css.part} aria-label={parts[tab].label}>
            <h2>{parts[tab].label}</h2>
            {parts[tab].content}
          </section>
        ))}
      </div>
      <PrintFoot notice={notice} />
    </div>
  );
}
