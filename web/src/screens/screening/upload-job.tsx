import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Download, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { addressOf, ask } from '../../api/ask.ts';
import { asking, forget } from '../../api/queries.ts';
import type { Upload } from '../../api/routes.gen.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button, MAIN_LINK } from '../../parts/button.tsx';
import { ConfirmPanel } from '../../parts/confirm.tsx';
import { Acts } from '../../parts/form.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './screening.module.css';
import { Share } from './share.tsx';
import { UploadHits } from './upload-hits.tsx';
import { isUnderWay, JOB_STATES } from './upload-table.tsx';

const here = getRouteApi('/screening');

/** One file that was sent: how far it is, then what was found, the results to download, and the receipt. */
export function UploadJob({ id }: { readonly id: string }): ReactNode {
  const query = useQuery({
    ...asking('GET /api/v1/screen/uploads/:id', { params: { id } }),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? 1000 : false),
  });
  return <Answered query={query}>{(job) => <Job job={job} />}</Answered>;
}

function Job({ job }: { readonly job: Upload }): ReactNode {
  const say = useWords('screening');
  const navigate = here.useNavigate();
  const [removing, setRemoving] = useState(false);
  return (
    <div className={css.stack}>
      <header className={css.resultsHead}>
        <div>
          <h2>
            <bdi>{job.name}</bdi>
          </h2>
          <p className={css.soft}>
            {say(JOB_STATES[job.state])} · {say('keptUntil')} <Moment at={job.expiresAt} />
          </p>
        </div>
        <Acts>
          <Link to="/screening" search={{ tab: 'list' }}>
            {say('allFiles')}
          </Link>
          {job.state === 'done' && (
            <a className={MAIN_LINK} href={addressOf('GET /api/v1/screen/uploads/:id/results', { params: { id: job.id } })} download>
              <Download aria-hidden="true" />
              {say('downloadResults')}
            </a>
          )}
          <Button kind="grave" icon={<Trash2 aria-hidden="true" />} onClick={() => setRemoving(true)}>
            {say('removeFile')}
          </Button>
        </Acts>
      </header>
      {isUnderWay(job) && (
        <div role="status">
          <Share value={job.share} label={say(JOB_STATES[job.state])} />
          <p className={css.soft}>{say('soFar', { rows: job.rows, hits: job.hits })}</p>
        </div>
      )}
      {job.state === 'failed' && (
        <div role="alert" className={css.failed}>
          <p>{say('jobFailedText')}</p>
          <p className={css.soft} lang="en">
            {job.error?.message}
          </p>
        </div>
      )}
      {job.state === 'done' && (
        <>
          <p className={css.summary}>
            {job.hits === 0 ? say('fileNothing', { count: job.rows }) : say('fileFound', { count: job.hits, rows: job.rows })}{' '}
            {job.receipt !== null && (
              <Link to="/screening" search={{ tab: 'receipts', receipt: job.receipt }}>
                {say('toReceipt')}
              </Link>
            )}
          </p>
          {job.receipt !== null && <Unreadable receipt={job.receipt} />}
          {job.hits > 0 && <UploadHits job={job} />}
        </>
      )}
      {job.notes.length > 0 && (
        <details className={css.notes}>
          <summary>{say('runNotes', { count: job.notes.length })}</summary>
          <ul lang="en">
            {job.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
      {removing && (
        <ConfirmPanel
          title={say('removeFile')}
          label={say('removeFile')}
          onClose={() => setRemoving(false)}
          act={async () => {
            await ask('DELETE /api/v1/screen/uploads/:id', { params: { id: job.id } });
            forget('GET /api/v1/screen/uploads');
            sayDone(say('fileRemoved', { name: job.name }));
            void navigate({ search: { tab: 'list' } });
          }}
        >
          <p>{say('removeFileText', { name: job.name })}</p>
        </ConfirmPanel>
      )}
    </div>
  );
}

/** How many rows could not be read: nobody was screened there. The receipt names them. */
function Unreadable({ receipt }: { readonly receipt: string }): ReactNode {
  const say = useWords('screening');
  const { data } = useQuery(asking('GET /api/v1/receipts/:id', { params: { id: receipt } }));
  if (data === undefined || data.counts.unreadable === 0) return null;
  return (
    <p className={css.problem}>
      {say('rowsUnreadable', { count: data.counts.unreadable })}{' '}
      <Link to="/screening" search={{ tab: 'receipts', receipt }}>
        {say('whichRows')}
      </Link>
    </p>
  );
}
