import type { ReactNode } from 'react';
import { Choice, Field } from '../../parts/field.tsx';
import { Pair } from '../../parts/form.tsx';
import { duration } from '../../parts/moment.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { CHECK_EVERY, FOLLOW_EVERY, withOwn } from './intervals.ts';

/** What can be decided about any source, also later. */
export interface Settings {
  readonly name: string;
  readonly everyMs: number | null;
  readonly followMs: number | null;
  readonly paceSeconds: string;
  readonly keep: 'changes' | 'all';
  readonly robots: 'obey' | 'ignore';
  readonly robotsReason: string;
  readonly browser: 'never' | 'changes' | 'always';
}

/** As the API takes them. Null stands for what the configuration says. */
export function asBody({ name, everyMs, followMs, keep, robots, robotsReason, browser }: Settings) {
  return {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(everyMs === null ? {} : { everyMs }),
    ...(followMs === null ? {} : { followMs }),
    keep,
    robots,
    ...(robots === 'ignore' ? { robotsReason: robotsReason.trim() } : {}),
    browser,
  };
}

export function paceOf({ paceSeconds }: Settings): number | null {
  const seconds = Number(paceSeconds.replace(',', '.'));
  return paceSeconds.trim() === '' || !Number.isFinite(seconds) || seconds <= 0 ? null : Math.max(1, Math.round(seconds * 1000));
}

export function needsReason({ robots, robotsReason }: Settings): boolean {
  return robots === 'ignore' && robotsReason.trim() === '';
}

export function SettingsFields({
  value,
  onChange,
  isNew,
}: {
  readonly value: Settings;
  readonly onChange: (next: Settings) => void;
  /** Of a new source what is not decided is left to the configuration. */
  readonly isNew: boolean;
}): ReactNode {
  const say = useWords('sources');
  const language = useLanguage();
  const set = (part: Partial<Settings>): void => onChange({ ...value, ...part });
  const times = (offered: readonly number[], own: number | null): readonly (readonly [string, string])[] => [
    ...(isNew ? ([['', say('asConfigured')]] as const) : []),
    ...withOwn(offered, own ?? undefined).map((ms) => [String(ms), duration(ms / 1000, language)] as const),
  ];
  const asTime = (text: string): number | null => (text === '' ? null : Number(text));
  return (
    <>
      <Field
        label={say('name')}
        maxLength={300}
        value={value.name}
        hint={isNew ? say('nameHint') : undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      <Pair>
        <Choice
          label={say('every')}
          value={value.everyMs ?? ''}
          options={times(CHECK_EVERY, value.everyMs)}
          onChange={(event) => set({ everyMs: asTime(event.target.value) })}
        />
        <Choice
          label={say('follow')}
          hint={say('followHint')}
          value={value.followMs ?? ''}
          options={times(FOLLOW_EVERY, value.followMs)}
          onChange={(event) => set({ followMs: asTime(event.target.value) })}
        />
      </Pair>
      <Pair>
        <Choice
          label={say('keep')}
          value={value.keep}
          options={[
            ['changes', say('keepChanges')],
            ['all', say('keepAll')],
          ]}
          onChange={(event) => set({ keep: event.target.value === 'all' ? 'all' : 'changes' })}
        />
        <Choice
          label={say('browser')}
          hint={say('browserHint')}
          value={value.browser}
          options={[
            ['never', say('browserNever')],
            ['changes', say('browserChanges')],
            ['always', say('browserAlways')],
          ]}
          onChange={(event) => set({ browser: event.target.value as Settings['browser'] })}
        />
      </Pair>
      <Pair>
        <Choice
          label={say('robots')}
          value={value.robots}
          options={[
            ['obey', say('robotsObey')],
            ['ignore', say('robotsIgnore')],
          ]}
          onChange={(event) => set({ robots: event.target.value === 'ignore' ? 'ignore' : 'obey' })}
        />
        <Field
          label={say('pace')}
          hint={say('paceHint')}
          inputMode="decimal"
          value={value.paceSeconds}
          onChange={(event) => set({ paceSeconds: event.target.value })}
        />
      </Pair>
      {value.robots === 'ignore' && (
        <Field
          label={say('robotsReason')}
          hint={say('robotsReasonHint')}
          required
          maxLength={1000}
          value={value.robotsReason}
          onChange={(event) => set({ robotsReason: event.target.value })}
        />
      )}
    </>
  );
}
