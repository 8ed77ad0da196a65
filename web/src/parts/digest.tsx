import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import css from './digest.module.css';

/** A digest, key or address to be copied whole; shown cut in the middle unless `whole`, and whole on paper. */
export function Digest({ value, whole = false }: { readonly value: string; readonly whole?: boolean }): ReactNode {
  const say = useWords('shell');
  const isCut = !whole && value.length > 20;
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <span className={css.digest}>
      {isCut && (
        <code title={value} className="no-print">
          {`${value.slice(0, 8)}…${value.slice(-8)}`}
        </code>
      )}
      <code className={isCut ? css.paper : undefined}>{value}</code>
      <button
        type="button"
        className={`${css.copy} no-print`}
        onClick={() => void copy()}
        aria-label={copied ? say('copied') : `${say('copyText')}: ${value}`}
      >
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      </button>
    </span>
  );
}
