import { FileUp } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../../words/use-words.ts';
import css from './uploads.module.css';

/** Takes a file: chosen, or dropped. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const say = useWords('screening');
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={css.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
      }}
    >
      <FileUp aria-hidden="true" />
      <div>
        <label htmlFor={id}>{say('sendFile')}</label>
        <p id={`${id}-hint`}>{say('sendFileHint')}</p>
      </div>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.json,.jsonl,.ndjson,.gz"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
