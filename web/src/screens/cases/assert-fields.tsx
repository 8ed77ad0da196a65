import type { ReactNode } from 'react';
import { Choice, Field, Tick } from '../../parts/field.tsx';
import { useWords } from '../../words/use-words.ts';
import type { AssertDraft } from './asserts.ts';
import { PURPOSES } from './claim-words.ts';
import form from './form.module.css';

const NAMES = ['civil', 'research', 'police', 'military', 'own', 'resale'] as const;

/** What an analyst takes a claim to say beside its words; the words themselves are recognised by the server. */
export function AssertFields({
  value,
  unknown,
  onChange,
  isOpen = false,
}: {
  readonly value: AssertDraft;
  /** Words among the destinations that are no country. */
  readonly unknown: readonly string[];
  readonly onChange: (value: AssertDraft) => void;
  /** Where they are all that there is to fill in. */
  readonly isOpen?: boolean;
}): ReactNode {
  const say = useWords('claims');
  const { purposes } = value;
  return (
    <details className={form.more} open={isOpen}>
      <summary>{say('assertsMore')}</summary>
      <div className={form.form}>
        <div className={form.row}>
          <Field
            label={say('assertsGoods')}
            hint={say('assertsGoodsHint')}
            value={value.otherGoods}
            onChange={(event) => onChange({ ...value, otherGoods: event.target.value })}
          />
          <Field
            label={say('assertsPlaces')}
            hint={say('assertsPlacesHint')}
            problem={unknown.length === 0 ? undefined : say('assertsPlacesUnknown', { what: unknown.join(', ') })}
            value={value.destinations}
            onChange={(event) => onChange({ ...value, destinations: event.target.value })}
          />
          <Choice
            label={say('assertsPublished')}
            value={value.published}
            onChange={(event) => onChange({ ...value, published: event.target.value as AssertDraft['published'] })}
            options={[
              ['', say('assertsNothing')],
              ['yes', say('saysPublished')],
              ['no', say('saysNotPublished')],
            ]}
          />
        </div>
        <fieldset className={form.ticks}>
          <legend>{say('topicPurpose')}</legend>
          {NAMES.map((name) => (
            <Tick
              key={name}
              label={say(PURPOSES[name])}
              checked={purposes.includes(name)}
              onChange={(event) =>
                onChange({ ...value, purposes: event.target.checked ? [...purposes, name] : purposes.filter((one) => one !== name) })
              }
            />
          ))}
        </fieldset>
      </div>
    </details>
  );
}
