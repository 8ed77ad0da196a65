import { useMutation } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { memo, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import type { Case, NoticeVerdict } from '../../api/routes.gen.ts';
import { Button } from '../../parts/button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { ROWS, useGrowing } from '../../parts/use-growing.ts';
import { useWords } from '../../words/use-words.ts';
import css from './case.module.css';
import form from './form.module.css';
import type { Item } from './item-kinds.ts';
import { NoticeFacts } from './notice-facts.tsx';
import { NoticeNumber } from './numbers.tsx';
import { proveAll, verifyKey } from './verified.ts';

interface Given {
  readonly of: Case;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Proves all that is kept of a case's notices and reports anew, one after the other, in front of whoever asks. */
export function VerifyCase({ of, open, onClose }: Given): ReactNode {
  const say = useWords('cases');
  return (
    <Panel open={open} onClose={onClose} title={say('verify')} wide>
      <Body of={of} onClose={onClose} />
    </Panel>
  );
}

function Body({ of, onClose }: Omit<Given, 'open'>): ReactNode {
  const say = useWords('cases');
  const frame = useWords('shell');
  const items = of.items.filter(({ kind, caption }) => (kind === 'notice' || kind === 'report') && caption !== null);
  const [drawn] = useGrowing(items.length, ROWS);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, NoticeVerdict>>(new Map());
  const open = useRef(true);
  const proving = useMutation({
    mutationKey: verifyKey(of.id),
    gcTime: Infinity,
    mutationFn: () => proveAll(items, setVerdicts, () => open.current),
  });
  // Whoever opens it wants it; whoever closes it has seen enough.
  const begin = useEffectEvent(() => items.length > 0 && proving.mutate());
  useEffect(() => {
    open.current = true;
    begin();
    return () => {
      open.current = false;
    };
  }, []);
  const bad = [...verdicts.values()].filter(({ ok }) => !ok).length;
  return (
    <div className={form.form}>
      <p>{say('verifyText', { count: items.length })}</p>
      <ul className={css.items} aria-busy={proving.isPending}>
        {items.slice(0, drawn).map((item) => (
          <Proved key={item.id} item={item} verdict={verdicts.get(item.id)} />
        ))}
      </ul>
      <ProblemLine error={proving.error} />
      <p role="status">
        {proving.isPending && say('verifyUnderWay', { some: verdicts.size, all: items.length })}
        {proving.isSuccess && (bad === 0 ? say('verifiedAll') : say('verifiedSome', { count: bad }))}
      </p>
      <div className={form.acts}>
        <Button kind="main" disabled={proving.isPending || items.length === 0} onClick={() => proving.mutate()}>
          {say('verifyAgain')}
        </Button>
        <Button onClick={onClose}>{frame('close')}</Button>
      </div>
    </div>
  );
}

/** Drawn anew only once its own verdict is there: a thousand come one after another. */
const Proved = memo(function Proved({
  item: { id, caption, notice },
  verdict,
}: {
  readonly item: Item;
  readonly verdict: NoticeVerdict | undefined;
}): ReactNode {
  return (
    <li className={css.item}>
      <Outcome verdict={verdict} />
      <div className={css.itemText}>
        <p className={css.itemTitle}>
          <NoticeNumber id={id} />
          <ShownText text={caption ?? id} />
        </p>
        {notice !== undefined && <NoticeFacts notice={notice} />}
      </div>
    </li>
  );
});

function Outcome({ verdict }: { readonly verdict: NoticeVerdict | undefined }): ReactNode {
  const say = useWords('cases');
  if (verdict === undefined) return <span className={css.outcome}>–</span>;
  const failed = verdict.checks.filter(({ status }) => status === 'fail').map(({ name }) => name);
  return (
    <span className={css.outcome} data-ok={verdict.ok}>
      {verdict.ok ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
      {verdict.ok ? say('holdsGood') : say('holdsNot', { what: failed.join(', ') })}
    </span>
  );
}
