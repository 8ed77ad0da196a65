import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import paper from './dossier.module.css';

/** On every printed page: from which address, when, which version of the case, and the head of the evidence log that it can be checked against. */
export function PaperFoot({ version }: { readonly version: number }): ReactNode {
  const say = useWords('cases');
  const { data: log } = useQuery(asking('GET /api/v1/log', {}));
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const printing = (): void => setAt(new Date().toISOString());
    window.addEventListener('beforeprint', printing);
    return () => window.removeEventListener('beforeprint', printing);
  }, []);
  return (
    <footer className={paper.foot}>
      <div>
        <span>{window.location.href}</span>
        <Moment at={at} />
        <span>{say('versionOf', { version })}</span>
        {log !== undefined && <span>{say('logEntries', { count: log.entries })}</span>}
      </div>
    </footer>
  );
}
