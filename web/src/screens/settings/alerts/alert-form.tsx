import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ask, type Answer } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import { Choice, Field, Tick } from '../../../parts/field.tsx';
import { PanelForm } from '../../../parts/panel-form.tsx';
import { useWords } from '../../../words/use-words.ts';
import { CHANNELS, type Channel } from './channels.ts';
import { PredicateField } from './predicate-field.tsx';

export type AddedAlert = Answer<'POST /api/v1/alerts'>;

/** Adds an alert: how, to where, of what. `when` is what another screen filtered by. */
export function AlertForm({
  when: first,
  onClose,
  onAdded,
}: {
  readonly when: string;
  readonly onClose: () => void;
  readonly onAdded: (alert: AddedAlert) => void;
}): ReactNode {
  const say = useWords('settings');
  const [channel, setChannel] = useState<Channel>('webhook');
  const [target, setTarget] = useState('');
  const [when, setWhen] = useState(first);
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const [allowPrivate, setAllowPrivate] = useState(false);
  const wants = CHANNELS[channel];
  const add = useMutation({
    mutationFn: () =>
      ask('POST /api/v1/alerts', {
        body: {
          channel,
          target: target.trim(),
          when: when.trim(),
          allowPrivate: allowPrivate && channel !== 'mail',
          ...(name.trim() === '' ? {} : { name: name.trim() }),
          ...(wants.secret && secret !== '' ? { secret } : {}),
        },
      }),
    onSuccess: (alert) => {
      forget('GET /api/v1/alerts');
      onAdded(alert);
    },
  });
  return (
    <PanelForm
      title={say('addAlert')}
      label={say('addAlert')}
      sending={add}
      isReady={target.trim() !== '' && when.trim() !== ''}
      onClose={onClose}
    >
      <PredicateField value={when} onChange={setWhen} />
      <Choice
        label={say('channel')}
        value={channel}
        onChange={(event) => setChannel(event.target.value as Channel)}
        options={Object.entries(CHANNELS).map(([one, { word }]) => [one, say(word)] as const)}
      />
      <Field
        label={say(wants.target)}
        type={wants.type}
        required
        maxLength={2000}
        value={target}
        onChange={(event) => setTarget(event.target.value)}
      />
      {wants.secret && (
        <Field
          label={say('secret')}
          hint={channel === 'webhook' ? say('secretMade') : undefined}
          type="password"
          autoComplete="off"
          maxLength={1000}
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
        />
      )}
      <Field label={say('alertName')} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      {channel !== 'mail' && (
        <Tick
          label={say('allowPrivate')}
          hint={say('allowPrivateHint')}
          checked={allowPrivate}
          onChange={(event) => setAllowPrivate(event.target.checked)}
        />
      )}
    </PanelForm>
  );
}
