import { Ellipsis, FilePenLine, Package, Plus, ShieldCheck } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useKeys } from '../../acts/keys.ts';
import type { Case } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { ActsMenu, type MenuAct } from '../../parts/acts-menu.tsx';
import { Button } from '../../parts/button.tsx';
import { useColumns } from '../../parts/use-columns.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { Moment } from '../../parts/moment.tsx';
import { useWho } from '../../words/use-who.ts';
import { useWords } from '../../words/use-words.ts';
import { AddItem } from './add-item.tsx';
import { summaryOf } from './apply-change.ts';
import { EditCase } from './edit-case.tsx';
import { ExportCase } from './export-case.tsx';
import css from './case.module.css';
import { useChangeCase } from './use-case.ts';
import { VerifyCase } from './verify-case.tsx';

type Over = 'edit' | 'add' | 'export' | 'verify';

/** What the case is called and about, its state, and what can be done with all of it. */
export function CaseHead({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const mayChange = useMay('analyst');
  const change = useChangeCase(of.id);
  const who = useWho();
  const [over, setOver] = useState<Over | null>(null);
  const isOpen = of.state === 'open';
  const turn = (): void => {
    const next = isOpen ? 'close' : 'reopen';
    void change({ change: { do: next }, said: say(isOpen ? 'saidClosed' : 'saidReopened') });
  };
  useKeys('here', [{ key: 'v', label: say('verify'), run: () => setOver('verify') }]);
  useKeys(
    'here',
    mayChange
      ? [
          { key: 'a', label: say('addItem'), run: () => setOver('add') },
          { key: 'r', label: say('edit'), run: () => setOver('edit') },
          { key: 'w', label: say('export'), run: () => setOver('export') },
        ]
      : [],
  );
  const summary = summaryOf(of);
  const isNarrow = useColumns() === 1;
  // On a narrow page four buttons would take half of it.
  const folded: readonly MenuAct[] = [
    { id: 'edit', label: say('edit'), icon: <FilePenLine aria-hidden="true" />, disabled: !mayChange, act: () => setOver('edit') },
    { id: 'verify', label: say('verify'), icon: <ShieldCheck aria-hidden="true" />, act: () => setOver('verify') },
    { id: 'export', label: say('export'), icon: <Package aria-hidden="true" />, disabled: !mayChange, act: () => setOver('export') },
  ];
  return (
    <header className={css.head}>
      <div className={css.titles}>
        <h1>
          <ShownText text={of.title} />
        </h1>
        <p className={`${css.meta} no-print`}>
          <span className={css.state} data-state={of.state}>
            {say(isOpen ? 'stateOpen' : 'stateClosed')}
          </span>
          <span>{say('openedBy', { name: who(of.by) })}</span>
          <Moment at={of.createdAt} about />
          <span>
            {say('lastAct')} <Moment at={of.updatedAt} about />
          </span>
        </p>
        {summary !== undefined && <p className={css.summary}>{summary.text}</p>}
      </div>
      <div className={`${css.acts} no-print`}>
        <AnalystButton hotkey="a" icon={<Plus aria-hidden="true" />} onClick={() => setOver('add')}>
          {say('addItem')}
        </AnalystButton>
        {!isNarrow && (
          <>
            <AnalystButton hotkey="r" icon={<FilePenLine aria-hidden="true" />} onClick={() => setOver('edit')}>
              {say('edit')}
            </AnalystButton>
            <Button hotkey="v" icon={<ShieldCheck aria-hidden="true" />} onClick={() => setOver('verify')}>
              {say('verify')}
            </Button>
            <AnalystButton hotkey="w" icon={<Package aria-hidden="true" />} onClick={() => setOver('export')}>
              {say('export')}
            </AnalystButton>
          </>
        )}
        <ActsMenu
          label={say('moreActs')}
          acts={[
            ...(isNarrow ? folded : []),
            { id: 'turn', label: say(isOpen ? 'closeCase' : 'reopenCase'), disabled: !mayChange, act: turn },
          ]}
        >
          <Button icon={<Ellipsis aria-hidden="true" />} aria-label={say('moreActs')} />
        </ActsMenu>
      </div>
      <EditCase of={of} open={over === 'edit'} onClose={() => setOver(null)} />
      <AddItem of={of} open={over === 'add'} onClose={() => setOver(null)} />
      <VerifyCase of={of} open={over === 'verify'} onClose={() => setOver(null)} />
      <ExportCase of={of} open={over === 'export'} onClose={() => setOver(null)} />
    </header>
  );
}
