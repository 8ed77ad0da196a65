import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Digest } from '../../parts/digest.tsx';
import { Field } from '../../parts/field.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { predicateOf } from './search-query.ts';
import css from './keep-search.module.css';

interface Given {
  readonly q: string;
  readonly filter: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Keeps a search: as a view of the inbox, as a feed, as an alert. */
export function KeepSearch({ q, filter, open, onClose }: Given): ReactNode {
  const say = useWords('search');
  const query = predicateOf(q, filter);
  return (
    <Panel open={open} onClose={onClose} title={say('keep')}>
      <div className={css.keep}>
        <p>
          {say('keptQuery')} <code>{query}</code>
        </p>
        <AsView query={query} />
        <AsAlert query={query} />
      </div>
    </Panel>
  );
}

/** A saved search is a view in the inbox, and has a feed under its own id, which stays when it is renamed. */
function AsView({ query }: { readonly query: string }): ReactNode {
  const say = useWords('search');
  const frame = useWords('shell');
  const may = useMay('analyst');
  const [name, setName] = useState('');
  const saving = useMutation({
    mutationFn: () => ask('POST /api/v1/searches', { body: { name: name.trim(), query, sort: 'priority' } }),
    onSuccess: (saved) => {
      forget('GET /api/v1/searches');
      sayDone(say('saidSaved', { name: saved.name }), async () => {
        await ask('DELETE /api/v1/searches/:id', { params: { id: saved.id } });
        forget('GET /api/v1/searches');
      });
    },
  });
  const saved = saving.data;
  const feed = `${window.location.origin}/feeds/notices.atom?${new URLSearchParams(saved === undefined ? { query } : { search: saved.id }).toString()}`;
  return (
    <>
      <section>
        <h3>{say('asView')}</h3>
        <form
          className={css.line}
          onSubmit={(event) => {
            event.preventDefault();
            saving.mutate();
          }}
        >
          <Field
            label={say('name')}
            hint={say('nameHint')}
            maxLength={100}
            disabled={!may}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button
            type="submit"
            kind="main"
            disabled={!may || name.trim() === '' || saving.isPending}
            title={may ? undefined : frame('notAllowed')}
          >
            {frame('save')}
          </Button>
        </form>
        <ProblemLine error={saving.error} />
        {saved !== undefined && (
          <p role="status">
            {say('saidSaved', { name: saved.name })}{' '}
            <Link to="/inbox" search={{ view: saved.id }}>
              {say('openView')}
            </Link>
          </p>
        )}
      </section>
      <section>
        <h3>{say('asFeed')}</h3>
        <p>{say(saved === undefined ? 'feedText' : 'feedOfSaved')}</p>
        <Digest value={feed} whole />
      </section>
    </>
  );
}

/** Who is told, and how, is said in the settings; the query goes along. */
function AsAlert({ query }: { readonly query: string }): ReactNode {
  const say = useWords('search');
  return (
    <section>
      <h3>{say('asAlert')}</h3>
      <p>{say('alertText')}</p>
      <Link to="/settings" search={{ tab: 'alerts', when: query }}>
        {say('makeAlert')}
      </Link>
    </section>
  );
}
