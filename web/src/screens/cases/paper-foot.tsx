import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';
import { Moment } from '../../parts/moment.tsx';
import { useWords } from '../../words/use-words.ts';
import paper from './dossier.module.css';
import { useCase } from './use-case.ts';
import { useVerified } from './verified.ts';

/** On every printed page: from which address, as of when, which version of the case, and the head of the evidence log that it can be checked against. The moment is the one at which what is printed was read, whenever it is printed. */
export function PaperFoot({ of, readAt }: { readonly of: Case; readonly readAt: number }): ReactNode {
  const say = useWords('cases');
  const { dataUpdatedAt } = useCase(of.id);
  const verified = useVerified(of.id);
  const { data: log } = useQuery(asking('GET /api/v1/log', {}));
  // The clock of the server may be ahead of this one: nothing is read before it is written.
  const at = Math.max(readAt, dataUpdatedAt, Date.parse(of.updatedAt), Date.parse(verified?.at ?? of.updatedAt));
  return (
    <footer className={paper.foot}>
      <div>
        <span>{window.location.href}</span>
        <span>
          {say('asOf')} <Moment at={new Date(at).toISOString()} />
        </span>
        <span>{say('versionOf', { version: of.version })}</span>
        {log !== undefined && <span>{say('logEntries', { count: log.entries })}</span>}
      </div>
    </footer>
  );
}
