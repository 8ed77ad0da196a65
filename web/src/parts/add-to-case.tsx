import { useQuery } from '@tanstack/react-query';
import { FolderOpen, FolderPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useAddToCase, type Kept } from '../acts/cases.ts';
import { asking } from '../api/queries.ts';
import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { Chooser, type Choosable } from './chooser.tsx';
import { Tick } from './field.tsx';
import { Acts, Form } from './form.tsx';
import { Panel } from './panel.tsx';
import { ProblemLine } from './problem-note.tsx';

/** Asks which case these notices belong to: one that is open, or a new one under the words that were written. Null: nothing is asked. */
export function AddToCase({ notices, onClose }: { readonly notices: readonly Kept[] | null; readonly onClose: () => void }): ReactNode {
  const say = useWords('inbox');
  return (
    <Panel open={notices !== null} onClose={onClose} title={say('toCase', { count: notices?.length ?? 0 })}>
      {notices !== null && <WhichCase notices={notices} onClose={onClose} />}
    </Panel>
  );
}

function WhichCase({ notices, onClose }: { readonly notices: readonly Kept[]; readonly onClose: () => void }): ReactNode {
  const [say, shell] = [useWords('inbox'), useWords('shell')];
  const [words, setWords] = useState('');
  const [withCopies, setWithCopies] = useState(false);
  const add = useAddToCase();
  const cases = useQuery(asking('GET /api/v1/cases', { query: { state: 'open', limit: 500 } }));
  const [one] = notices;
  const holding = useQuery({
    ...asking('GET /api/v1/cases', { query: { holding: one?.id ?? '', limit: 100 } }),
    enabled: notices.length === 1,
  });
  const found = useQuery({
    ...asking('GET /api/v1/notices/:id/copies', { params: { id: one?.id ?? '' } }),
    enabled: notices.length === 1,
  });
  const copies = notices.length === 1 ? (found.data?.items ?? []) : [];
  const wanted = words.trim();
  const put = (into: { readonly id: string | null; readonly title: string }): void => {
    onClose();
    const others = copies.map(({ other: { id, title } }): Kept => ({ id, title, type: 'notice' }));
    void add(withCopies ? [...notices, ...others] : notices, into);
  };
  const items = cases.data?.items ?? [];
  const held = new Set(notices.length === 1 ? holding.data?.items.map(({ id }) => id) : []);
  const open = items
    .filter(({ title }) => title.toLowerCase().includes(wanted.toLowerCase()))
    .map(({ id, title, items: count }): Choosable => ({
      id,
      text: title,
      beside: held.has(id) ? say('holdsIt') : say('caseItems', { count }),
      icon: <FolderOpen aria-hidden="true" />,
      run: () => put({ id, title }),
    }));
  const fresh = cases.isPending ? [] : [freshCase(wanted === '' ? (one?.title ?? '') : wanted)];
  // The line stands at once, whatever the server takes: what is typed must not become keys of the page.
  return (
    <Chooser
      label={say('caseWords')}
      words={words}
      onWords={setWords}
      choices={[...open, ...fresh]}
      nothing={cases.isPending ? shell('loading') : say('caseNothing')}
      under={(chosen) => (
        <Form onSend={() => chosen?.run()}>
          {copies.length > 0 && (
            <Tick
              label={say('withCopies', { count: copies.length })}
              checked={withCopies}
              onChange={({ target }) => setWithCopies(target.checked)}
            />
          )}
          <ProblemLine error={cases.error} />
          <Acts end>
            <Button onClick={onClose}>{shell('cancel')}</Button>
            <Button kind="main" type="submit" disabled={chosen === undefined}>
              {say('addToCase')}
            </Button>
          </Acts>
        </Form>
      )}
    />
  );

  function freshCase(title: string): Choosable {
    const named = title === '' ? say('caseUntitled') : title.slice(0, 300);
    return {
      id: 'fresh',
      text: say('caseFresh', { title: named }),
      icon: <FolderPlus aria-hidden="true" />,
      run: () => put({ id: null, title: named }),
    };
  }
}
