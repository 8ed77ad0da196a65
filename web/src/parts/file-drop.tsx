import { FileUp } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import css from './file-drop.module.css';

/** Takes a file: chosen, or dropped. */
export function FileDrop({
  label,
  hint,
  accept,
  onFile,
}: {
  readonly label: string;
  readonly hint: string;
  /** Ends of names that are offered first, as `.csv,.gz`. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}): ReactNode {
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
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`}>{hint}</p>
      </div>
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
