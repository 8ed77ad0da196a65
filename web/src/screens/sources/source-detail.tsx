import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Pause, Pencil, Play, RefreshCw, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayDone, sayRefused } from '../../acts/done.ts';
import { ask, messageOf } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import type { WatchedSource } from '../../api/routes.gen.ts';
import { useMay } from '../../api/who.ts';
import { Button } from '../../parts/button.tsx';
import { Acts } from '../../parts/form.tsx';
import { useNow } from '../../parts/use-now.ts';
import { useWords } from '../../words/use-words.ts';
import { EditSource } from './edit-source.tsx';
import { HealthMark } from './health-mark.tsx';
import { HostNotes } from './host-notes.tsx';
import { RemoveSource } from './remove-source.tsx';
import { SourceFacts } from './source-facts.tsx';
import { adviceOf, healthOf, passes } from './source-health.ts';
import css from './sources.module.css';

/** One source: how it does, what its user decided, and what can be done with it. */
export function SourceDetail({ source, onRemoved }: { readonly source: WatchedSource; readonly onRemoved: () => void }): ReactNode {
  const say = useWords('sources');
  const shell = useWords('shell');
  const may = useMay('admin');
  const now = useNow();
  const [mode, setMode] = useState<'shown' | 'edited' | 'removed'>('shown');
  const health = healthOf(source, now);
  const { id, paused } = source;
  const check = useMutation({
    mutationFn: () => ask('POST /api/v1/sources/:id/check', { params: { id } }),
    onSuccess: ({ outcome, items, newNotices }) => {
      forget('GET /api/v1/sources', 'GET /api/v1/notices');
      if (outcome === 'ok') sayDone(say('checked', { items, count: newNotices.length }));
      else sayRefused(say('checkFailed', { why: outcome }));
    },
    onError: (error) => sayRefused(messageOf(error)),
  });
  const pause = useMutation({
    mutationFn: (next: boolean) => ask('PATCH /api/v1/sources/:id', { params: { id }, body: { paused: next } }),
    onSuccess: (_, next) => {
      forget('GET /api/v1/sources');
      sayDone(say(next ? 'isPaused' : 'isResumed', { name: source.name }), async () => {
        await ask('PATCH /api/v1/sources/:id', { params: { id }, body: { paused: !next } });
        forget('GET /api/v1/sources');
      });
    },
    onError: (error) => sayRefused(shell('putBack', { why: messageOf(error) })),
  });
  if (mode === 'edited') return <EditSource source={source} onDone={() => setMode('shown')} />;
  if (mode === 'removed') return <RemoveSource source={source} onRemoved={onRemoved} onClose={() => setMode('shown')} />;
  const shownPaused = pause.isPending ? pause.variables : paused;
  return (
    <div className={css.detail}>
      <div className={css.detailHead}>
        <HealthMark health={pause.isPending ? (shownPaused ? 'paused' : 'fine') : health} />
        {source.health.lastError !== null && (
          <div className={css.error}>
            <p>
              {say(adviceOf(source.health.lastError))} {passes(adviceOf(source.health.lastError)) && say('againByItself')}
            </p>
            <p className={css.soft} lang="en">
              {source.health.lastError}
            </p>
          </div>
        )}
        {source.health.warnings?.map((text) => (
          <p key={text} className={css.soft} lang="en">
            {text}
          </p>
        ))}
      </div>
      {may ? (
        <Acts>
          <Button
            icon={<RefreshCw aria-hidden="true" />}
            onClick={() => check.mutate()}
            disabled={check.isPending || source.kind === 'folder'}
          >
            {check.isPending ? say('checking') : say('checkNow')}
          </Button>
          <Button
            icon={shownPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
            onClick={() => pause.mutate(!shownPaused)}
            disabled={pause.isPending}
          >
            {shownPaused ? say('resume') : say('pause')}
          </Button>
          <Button icon={<Pencil aria-hidden="true" />} onClick={() => setMode('edited')}>
            {say('edit')}
          </Button>
          <Button kind="grave" icon={<Trash2 aria-hidden="true" />} onClick={() => setMode('removed')}>
            {say('remove')}
          </Button>
        </Acts>
      ) : (
        <p className={css.soft}>{shell('notAllowed')}</p>
      )}
      <HostNotes source={source} />
      <SourceFacts source={source} />
      {source.health.notices > 0 && (
        <p>
          <Link to="/inbox" search={{ q: `source:${id}` }}>
            {say('itsNotices', { count: source.health.notices })}
          </Link>
        </p>
      )}
    </div>
  );
}
