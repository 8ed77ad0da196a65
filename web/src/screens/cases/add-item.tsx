import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { asking } from '../../api/queries.ts';
import type { Case } from '../../api/routes.gen.ts';
import { AnalystButton } from '../../parts/analyst-button.tsx';
import { Field } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Pending } from '../../parts/pending.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { shownString } from '../../parts/shown-text-pieces.ts';
import { useSettled } from '../../parts/use-settled.ts';
import { useWords } from '../../words/use-words.ts';
import { ONE_WORDS, type Item } from './item-kinds.ts';
import { KeepPage } from './keep-page.tsx';
import css from './case.module.css';
import form from './form.module.css';
import { useChangeCase } from './use-case.ts';

interface Found {
  readonly kind: Item['kind'];
  readonly id: string;
  readonly caption: string;
  readonly beside: string | null;
}

const SHOWN = 8;
/** Nothing is looked for while words are still being written. */
const PAUSE_MS = 200;

/** Finds notices, press reports, publishers and listed parties, and puts them into a case; a page that nobody keeps yet is kept first. */
export function AddItem({ of, open, onClose }: { readonly of: Case; readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const say = useWords('cases');
  return (
    <Panel open={open} onClose={onClose} title={say('addItem')} wide>
      <Finder of={of} />
    </Panel>
  );
}

function Finder({ of }: { readonly of: Case }): ReactNode {
  const say = useWords('cases');
  const [words, setWords] = useState('');
  const asked = useSettled(words.trim(), PAUSE_MS);
  const isAddress = /^https?:\/\/\S+$/i.test(asked);
  const { found, isPending, error } = useFound(of, isAddress ? '' : asked);
  const held = new Set(of.items.map(({ id }) => id));
  return (
    <div className={form.form}>
      <Field label={say('findItem')} hint={say('findItemHint')} value={words} onChange={(event) => setWords(event.target.value)} />
      {isAddress && <KeepPage of={of} url={asked} />}
      <ProblemLine error={error} />
      <ul className={css.items} aria-label={say('found')}>
        {found.map((one) => (
          <FoundRow key={one.kind + one.id} of={of} one={one} isHeld={held.has(one.id)} />
        ))}
      </ul>
      {isPending && <Pending lines={3} />}
      {found.length === 0 && !isAddress && !isPending && error === null && (
        <p className={css.soft}>{say(asked === '' ? 'findFirst' : 'foundNothing')}</p>
      )}
    </div>
  );
}

function FoundRow({ of, one, isHeld }: { readonly of: Case; readonly one: Found; readonly isHeld: boolean }): ReactNode {
  const say = useWords('cases');
  const change = useChangeCase(of.id);
  const { kind, id, beside } = one;
  const caption = shownString(one.caption);
  return (
    <li className={css.item}>
      <div className={css.itemText}>
        <p className={css.itemTitle}>
          <span className={css.kind}>{say(ONE_WORDS[kind])}</span> {caption}
        </p>
        {beside !== null && <p className={css.meta}>{beside}</p>}
      </div>
      <AnalystButton
        disabled={isHeld}
        aria-label={say(isHeld ? 'isHeld' : 'addThis', { what: caption })}
        onClick={() => void change({ change: { do: 'add', item: { kind, id } }, caption, said: say('saidAdded', { what: caption }) })}
      >
        {say(isHeld ? 'isIn' : 'add')}
      </AnalystButton>
    </li>
  );
}

/** By words: notices and reports; by part of the name: publishers, and parties that notices of the case name. */
function useFound(
  of: Case,
  words: string,
): { readonly found: readonly Found[]; readonly isPending: boolean; readonly error: Error | null } {
  const enabled = words !== '';
  const search = useQuery({ ...asking('GET /api/v1/search', { query: { q: words, limit: SHOWN } }), enabled });
  const publishers = useQuery(asking('GET /api/v1/publishers', { query: { limit: 200 } }));
  const notices = of.items.flatMap(({ notice }) => notice ?? []);
  const has = (name: string): boolean => name.toLowerCase().includes(words.toLowerCase());
  const publishersNamed = new Set(notices.map(({ publisher }) => publisher));
  const parties = new Map(notices.flatMap(({ listed }) => listed.map((one) => [one.listing, one] as const)));
  const found: Found[] = [
    ...(enabled ? (search.data?.items ?? []) : []).map(({ notice }) => ({
      kind: notice.type,
      id: notice.id,
      caption: notice.title ?? notice.url,
      beside: notice.publisher,
    })),
    ...(publishers.data?.items ?? [])
      .filter(({ name, reading }) => (enabled ? has(`${name} ${reading ?? ''}`) : publishersNamed.has(name)))
      .slice(0, SHOWN)
      .map(({ id, name, reading, host }) => ({
        kind: 'publisher' as const,
        id,
        caption: name,
        beside: reading === null ? host : `${reading} · ${host}`,
      })),
    ...[...parties.values()]
      .filter(({ caption }) => has(caption))
      .slice(0, SHOWN)
      .map(({ listing, caption, list }) => ({ kind: 'party' as const, id: listing, caption, beside: list })),
  ];
  return { found, isPending: search.isLoading || publishers.isPending, error: search.error ?? publishers.error };
}
