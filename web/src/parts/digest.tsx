import { Check, Copy } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../words/use-words.ts';
import css from './digest.module.css';

/** A digest, key or address to be copied whole; shown cut in the middle unless `whole`, and whole on paper. */
export function Digest({ value, whole = false }: { readonly value: string; readonly whole?: boolean }): ReactNode {
  const say = useWords('shell');
  const [refused, setRefused] = useState(false);
  const isCut = !whole && !refused && value.length > 20;
  const [copied, setCopied] = useState(false);
  const shown = useRef<HTMLElement>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
      setTimeout(() => setCopied(false), 1500);
    } catch {
      // A page that came over no secure way may not copy: all of it is shown and selected, to be copied by hand.
      flushSync(() => setRefused(true));
      if (shown.current !== null) getSelection()?.selectAllChildren(shown.current);
    }
  };
  return (
    <span className={css.digest}>
      {isCut && (
        <code title={value} className="no-print">
          {`${value.slice(0, 8)}…${value.slice(-8)}`}
        </code>
      )}
      <code ref={shown} className={isCut ? css.paper : undefined}>
        {value}
      </code>
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
