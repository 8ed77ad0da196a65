import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../api/who.ts';
import { Empty } from '../../parts/empty.tsx';
import { useWords } from '../../words/use-words.ts';
import { FileDrop } from '../../parts/file-drop.tsx';
import css from './screening.module.css';
import { UploadColumns } from './upload-columns.tsx';
import { UploadJob } from './upload-job.tsx';
import { UploadTable } from './upload-table.tsx';

const here = getRouteApi('/screening');

/** A file of customers: its columns are shown first, then it is screened, whoever waits; what was sent can be found again. */
export function ListTab(): ReactNode {
  const say = useWords('screening');
  const may = useMay('analyst');
  const { upload } = here.useSearch();
  const navigate = here.useNavigate();
  const [file, setFile] = useState<File | null>(null);
  if (!may) return <Empty title={say('analystsTitle')}>{say('analysts')}</Empty>;
  if (upload !== undefined) return <UploadJob key={upload} id={upload} />;
  if (file !== null)
    return (
      <UploadColumns
        key={`${file.name} ${file.lastModified}`}
        file={file}
        onLeave={() => setFile(null)}
        onSent={(id) => {
          setFile(null);
          void navigate({ search: { tab: 'list', upload: id } });
        }}
      />
    );
  return (
    <div className={css.stack}>
      <FileDrop label={say('sendFile')} hint={say('sendFileHint')} accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.gz" onFile={setFile} />
      <UploadTable />
    </div>
  );
}
