import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ask, type Answer } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './screening.module.css';

const here = getRouteApi('/screening');
const MOST = 500;

/** An inquiry leaves no trace, and so no proof. Its names can be screened with a receipt: those given, and the parties that the text names. */
export function InquiryReceipt({
  asked,
  found,
}: {
  readonly asked: { readonly names: readonly string[] };
  readonly found: Answer<'POST /api/v1/inquiries'>;
}): ReactNode {
  const say = useWords('screening');
  const may = useMay('analyst');
  const navigate = here.useNavigate();
  const named = found.parties.flatMap(({ kind, named: isNamed, masked, text }) =>
    isNamed && masked !== true && (kind === 'organisation' || kind === 'person') ? [text.trim()] : [],
  );
  const names = [...new Set([...asked.names, ...named])].filter((name) => name !== '').slice(0, MOST);
  const screen = useMutation({
    mutationFn: () => ask('POST /api/v1/screen', { body: { queries: names.map((name) => ({ name })) } }),
    onSuccess: () => forget('GET /api/v1/receipts'),
  });
  const getIt = (): void =>
    screen.mutate(undefined, { onSuccess: ({ receipt }) => void navigate({ search: { tab: 'receipts', receipt: receipt.id } }) });
  if (!may || names.length === 0 || found.lists.length === 0) return null;
  return (
    <div className={`${css.receiptAsk} no-print`}>
      <p className={css.soft}>{say('receiptForNames', { names: names.slice(0, 8).join(', ') + (names.length > 8 ? ' …' : '') })}</p>
      <Button onClick={getIt} disabled={screen.isPending}>
        {say('getReceipt', { count: names.length })}
      </Button>
      <ProblemLine error={screen.error} />
    </div>
  );
}
