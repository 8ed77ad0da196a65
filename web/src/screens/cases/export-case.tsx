import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { addressOf, ask } from '../../api/ask.ts';
import type { Case } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { fileSize } from '../../parts/file-size.ts';
import { Panel } from '../../parts/panel.tsx';
import { Pending } from '../../parts/pending.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import css from './form.module.css';
import { noticeIdsOf } from './case-notices.ts';

interface Given {
  readonly of: Case;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Writes all evidence of a case's notices and reports into one package that proves itself, and hands it out. */
export function ExportCase({ of, open, onClose }: Given): ReactNode {
  const say = useWords('cases');
  return (
    <Panel open={open} onClose={onClose} title={say('export')}>
      <Body of={of} onClose={onClose} />
    </Panel>
  );
}

const MOST = 500;

function Body({ of, onClose }: Omit<Given, 'open'>): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const language = useLanguage();
  const ids = noticeIdsOf(of);
  const addressed = (id: string): string => addressOf('GET /api/v1/exports/:id', { params: { id }, query: { name: of.title } });
  const writing = useMutation({
    mutationFn: () => ask('POST /api/v1/exports', { body: { notices: ids.slice(0, MOST) } }),
    onSuccess: ({ id }) => download(addressed(id)),
  });
  return (
    <div className={css.form}>
      <p>{say('exportText', { count: ids.length })}</p>
      <p>{say('exportBeside')}</p>
      <p>{say('exportOpens')}</p>
      {ids.length > MOST && <p>{say('exportMost', { most: MOST })}</p>}
      {writing.isPending && (
        <>
          <p role="status">{say('exportUnderWay')}</p>
          <Pending lines={2} />
        </>
      )}
      <ProblemLine error={writing.error} />
      {writing.data !== undefined && <p role="status">{say('exportDone', { size: fileSize(writing.data.bytes, language) })}</p>}
      <div className={css.acts}>
        {writing.data === undefined ? (
          <Button kind="main" disabled={ids.length === 0 || writing.isPending} onClick={() => writing.mutate()}>
            {say('exportStart')}
          </Button>
        ) : (
          <a href={addressed(writing.data.id)} download className={css.download}>
            <Download aria-hidden="true" />
            {say('exportAgain')}
          </a>
        )}
        <Button onClick={onClose}>{frame('close')}</Button>
      </div>
    </div>
  );
}

/** Has the browser save what stands there; the page stays. */
function download(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = '';
  link.click();
}
