import { useState, type ReactNode } from 'react';
import { useLoad } from '../../acts/load-list.ts';
import { Button } from '../../parts/button.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { fileSize } from '../../parts/file-size.ts';
import { Acts, Form } from '../../parts/form.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { ListName } from './list-name.tsx';
import css from './lists.module.css';
import { isListName, nameOfFile } from './sent-file.ts';

/** A list of one's own as a file: a new one under a name, or the next version of `list`. */
export function SendList({ list, onSent }: { readonly list?: string; readonly onSent: () => void }): ReactNode {
  const say = useWords('lists');
  const [file, setFile] = useState<File | null>(null);
  if (file === null)
    return (
      <FileDrop label={say('ownFile')} hint={say('ownFileHint')} accept=".csv,.tsv,.txt,.xml,.json,.jsonl,.ndjson,.gz" onFile={setFile} />
    );
  return <Chosen key={`${file.name} ${file.lastModified}`} file={file} list={list} onOther={() => setFile(null)} onSent={onSent} />;
}

function Chosen({
  file,
  list,
  onOther,
  onSent,
}: {
  readonly file: File;
  readonly list: string | undefined;
  readonly onOther: () => void;
  readonly onSent: () => void;
}): ReactNode {
  const say = useWords('lists');
  const language = useLanguage();
  const load = useLoad();
  const [name, setName] = useState(list ?? nameOfFile(file.name));
  return (
    <Form onSend={() => load.mutate({ act: 'send', list: name, file }, { onSuccess: onSent })}>
      <p>
        <strong>
          <bdi>{file.name}</bdi>
        </strong>{' '}
        <span className={css.soft}>{fileSize(file.size, language)}</span>
      </p>
      {list === undefined && <ListName name={name} onName={setName} />}
      <Acts>
        <Button kind="main" type="submit" disabled={!isListName(name) || load.isPending}>
          {say(list === undefined ? 'addThis' : 'sendThis')}
        </Button>
        <Button onClick={onOther} disabled={load.isPending}>
          {say('otherFile')}
        </Button>
      </Acts>
    </Form>
  );
}
