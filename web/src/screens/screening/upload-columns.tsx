import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask, type Answer } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice, Field, Tick } from '../../parts/field.tsx';
import { fileSize } from '../../parts/file-size.ts';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { columnsAsked, firstMapping, type Mapping } from './column-roles.ts';
import { ColumnTable } from './column-table.tsx';
import { fileHead } from './file-head.ts';
import css from './screening.module.css';

type Preview = Answer<'POST /api/v1/screen/uploads/columns'>;
interface Props {
  readonly file: File;
  readonly onLeave: () => void;
  readonly onSent: (id: string) => void;
}

/** How a file will be read, before it is sent: its first bytes are asked about. */
export function UploadColumns(props: Props): ReactNode {
  const { file } = props;
  const preview = useQuery({
    queryKey: ['screening', 'columns', file.name, file.size, file.lastModified],
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    queryFn: async ({ signal }) =>
      ask('POST /api/v1/screen/uploads/columns', { query: { name: file.name.slice(0, 200) }, body: await fileHead(file) }, signal),
  });
  const say = useWords('screening');
  return (
    <div className={css.stack}>
      <Answered query={preview}>{(found) => <Mapped {...props} preview={found} />}</Answered>
      {preview.error !== null && (
        <p>
          <Button onClick={props.onLeave}>{say('otherFile')}</Button>
        </p>
      )}
    </div>
  );
}

function Mapped({ file, preview, onLeave, onSent }: Props & { readonly preview: Preview }): ReactNode {
  const say = useWords('screening');
  const language = useLanguage();
  const [mapping, setMapping] = useState<Mapping>(() => firstMapping(preview));
  const [format, setFormat] = useState<'csv' | 'json'>('csv');
  const [keep, setKeep] = useState(false);
  const [set, setSet] = useState('');
  const [replace, setReplace] = useState(false);
  const asked = columnsAsked(mapping, preview);
  const send = useMutation({
    mutationFn: () => {
      const { name: column, ...others } = asked;
      const kept = keep ? { keep: set.trim(), replace } : {};
      const body = file.slice(0, file.size, 'application/octet-stream');
      return ask('POST /api/v1/screen/uploads', { query: { name: file.name.slice(0, 200), column, ...others, format, ...kept }, body });
    },
    onSuccess: () => forget('GET /api/v1/screen/uploads'),
  });
  const delimiter = preview.delimiter === '\t' ? say('tab') : (preview.delimiter ?? '–');
  return (
    <>
      <header>
        <h2>
          <bdi>{file.name}</bdi>
        </h2>
        <p className={css.soft}>
          {say('fileFacts', { size: fileSize(file.size, language), charset: preview.charset.toUpperCase(), delimiter })}{' '}
          {preview.format === 'csv' && say(preview.header ? 'hasHeader' : 'hasNoHeader')}
        </p>
      </header>
      <p>{say('mapColumns')}</p>
      <ColumnTable preview={preview} mapping={mapping} onChange={setMapping} />
      {mapping.name === undefined && (
        <p className={css.problem} role="alert">
          {say('nameColumnMissing')}
        </p>
      )}
      <div className={css.options}>
        <Choice
          label={say('resultFormat')}
          value={format}
          options={[
            ['csv', say('formatCsv')],
            ['json', say('formatJson')],
          ]}
          onChange={(event) => setFormat(event.target.value === 'json' ? 'json' : 'csv')}
        />
        <Tick label={say('keepSet')} hint={say('keepSetHint')} checked={keep} onChange={(event) => setKeep(event.target.checked)} />
        {keep && (
          <>
            <Field label={say('setName')} required maxLength={200} value={set} onChange={(event) => setSet(event.target.value)} />
            <Tick
              label={say('replaceSet')}
              hint={say('replaceSetHint')}
              checked={replace}
              onChange={(event) => setReplace(event.target.checked)}
            />
          </>
        )}
      </div>
      <p className={css.soft}>{say('fileKept')}</p>
      <ProblemLine error={send.error} />
      <div className={css.acts}>
        <Button
          kind="main"
          // Whoever has gone elsewhere meanwhile is not led back.
          onClick={() => send.mutate(undefined, { onSuccess: ({ id }) => onSent(id) })}
          disabled={send.isPending || mapping.name === undefined || (keep && set.trim() === '')}
        >
          {send.isPending ? say('sending') : say('screenFile')}
        </Button>
        <Button onClick={onLeave} disabled={send.isPending}>
          {say('otherFile')}
        </Button>
      </div>
    </>
  );
}
