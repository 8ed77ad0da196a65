import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { dropDrafts, useDraft } from '../../acts/drafts.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import { AddressField } from '../../parts/address-field.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice, Field, Tick } from '../../parts/field.tsx';
import { Acts, Pair } from '../../parts/form.tsx';
import { ProblemLine } from '../../parts/problem-note.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { isWebAddress } from '../../parts/web-address.ts';
import { useWords } from '../../words/use-words.ts';
import { HeaderFields, type SecretHeader } from './header-fields.tsx';
import { asBody, needsReason, paceOf, SettingsFields, type Settings } from './source-settings.tsx';
import css from './sources.module.css';
import { TriedView } from './tried-view.tsx';

/** Nobody is visited while an address is still being written. */
const PAUSE_MS = 600;

const NEW: Settings = {
  name: '',
  everyMs: null,
  followMs: null,
  paceSeconds: '',
  keep: 'changes',
  robots: 'obey',
  robotsReason: '',
  browser: 'never',
};

/** What decides how an address is visited; a change of it tries the address anew. */
interface Visit {
  readonly url: string;
  readonly kind: '' | 'feed' | 'page';
  readonly selector: string;
  readonly allowPrivate: boolean;
  readonly proxy: string;
}

/** An address is tried as it is written, and what it would bring stands beside it before anything is watched. Whoever leaves the screen finds it again as it was, but for headers, which may be secrets. */
export function AddSource({ onAdded, onLeave }: { readonly onAdded: (id: string) => void; readonly onLeave: () => void }): ReactNode {
  const say = useWords('sources');
  const shell = useWords('shell');
  const [visit, setVisit] = useDraft<Visit>('source visit', () => ({ url: '', kind: '', selector: '', allowPrivate: false, proxy: '' }));
  const [settings, setSettings] = useDraft<Settings>('source settings', () => NEW);
  const [headers, setHeaders] = useState<readonly SecretHeader[]>([]);
  const change = (part: Partial<Visit>): void => setVisit({ ...visit, ...part });
  const isAddress = isWebAddress(visit.url);
  const body = {
    url: visit.url.trim(),
    ...(visit.kind === '' ? {} : { kind: visit.kind }),
    ...(visit.selector.trim() === '' ? {} : { selector: visit.selector.trim() }),
    ...(visit.proxy.trim() === '' ? {} : { proxy: visit.proxy.trim() }),
    allowPrivate: visit.allowPrivate,
    headers: Object.fromEntries(headers.flatMap(({ name, value }) => (name.trim() === '' ? [] : [[name.trim(), value]]))),
    ...(needsReason(settings) ? {} : robotsOf(settings)),
  };
  const asked = useSettled(useDeferredValue(JSON.stringify(body)), PAUSE_MS);
  const tried = useQuery({
    queryKey: ['sources', 'try', asked],
    enabled: isAddress && asked === JSON.stringify(body),
    staleTime: 60_000,
    // The key holds what the headers say: it goes with the form.
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => ask('POST /api/v1/sources/try', { body: JSON.parse(asked) as typeof body }, signal),
  });
  const add = useMutation({
    /** `kind`: what an address that does not answer is watched as. */
    mutationFn: (kind: 'feed' | 'page' | undefined) => {
      const as = kind === undefined ? {} : { kind };
      const pace = paceOf(settings);
      return ask('POST /api/v1/sources', { body: { ...asBody(settings), ...body, ...as, ...(pace === null ? {} : { paceMs: pace }) } });
    },
    onSuccess: ({ name }) => {
      forget('GET /api/v1/sources');
      sayDone(say('added', { name }));
      dropDrafts('source ');
    },
  });
  // Whoever has gone elsewhere meanwhile is not led back.
  const watch = (kind?: 'feed' | 'page'): void => add.mutate(kind, { onSuccess: ({ id }) => onAdded(id) });
  const isTried = tried.data !== undefined && asked === JSON.stringify(body);
  return (
    <form
      className={css.adding}
      onSubmit={(event) => {
        event.preventDefault();
        watch();
      }}
    >
      <div className={css.addAddress}>
        <AddressField
          label={say('address')}
          hint={say('addressHint')}
          maxLength={4000}
          isFirst
          value={visit.url}
          onAddress={(url) => change({ url })}
        />
      </div>
      <TriedView
        isAsked={isAddress}
        tried={isTried ? tried.data : undefined}
        error={tried.error}
        isTrying={tried.isFetching}
        onAgain={() => void tried.refetch()}
        onKind={(kind) => {
          change({ kind });
          if (!needsReason(settings)) watch(kind);
        }}
        isAdding={add.isPending}
        onFeed={(url) => change({ url, kind: '' })}
        onRobots={() => setSettings({ ...settings, robots: 'ignore' })}
        isPrivate={visit.allowPrivate}
        onPrivate={(allowPrivate) => change({ allowPrivate })}
      />
      <div className={css.addSettings}>
        <SettingsFields value={settings} onChange={setSettings} isNew />
        <details className={css.more}>
          <summary>{say('more')}</summary>
          <div className={css.moreFields}>
            <Pair>
              <Choice
                label={say('kind')}
                value={visit.kind}
                options={[
                  ['', say('kindFoundOut')],
                  ['feed', say('kindFeed')],
                  ['page', say('kindPage')],
                ]}
                onChange={(event) => change({ kind: event.target.value as Visit['kind'] })}
              />
              <Field
                label={say('selector')}
                hint={say('selectorHint')}
                maxLength={1000}
                spellCheck={false}
                value={visit.selector}
                onChange={(event) => change({ selector: event.target.value })}
              />
            </Pair>
            <Field
              label={say('proxy')}
              hint={say('proxyHint')}
              maxLength={1000}
              spellCheck={false}
              value={visit.proxy}
              onChange={(event) => change({ proxy: event.target.value })}
            />
            <HeaderFields value={headers} onChange={setHeaders} />
            <Tick
              label={say('private')}
              hint={say('privateHint')}
              checked={visit.allowPrivate}
              onChange={(event) => change({ allowPrivate: event.target.checked })}
            />
          </div>
        </details>
        <ProblemLine error={add.error} />
        <Acts>
          <Button
            kind="main"
            type="submit"
            disabled={!isAddress || needsReason(settings) || add.isPending || (isTried && tried.data.kind === null)}
          >
            {add.isPending ? say('adding') : say('watch')}
          </Button>
          <Button
            onClick={() => {
              dropDrafts('source ');
              onLeave();
            }}
          >
            {shell('cancel')}
          </Button>
        </Acts>
      </div>
    </form>
  );
}

function robotsOf(settings: Settings): { readonly robots: 'obey' | 'ignore'; readonly robotsReason?: string } {
  return settings.robots === 'obey' ? { robots: 'obey' } : { robots: 'ignore', robotsReason: settings.robotsReason.trim() };
}
