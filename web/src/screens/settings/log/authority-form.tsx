import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../../acts/done.ts';
import { ask } from '../../../api/ask.ts';
import { forget } from '../../../api/queries.ts';
import { AddressField } from '../../../parts/address-field.tsx';
import { Field, TextField, Tick } from '../../../parts/field.tsx';
import { PanelForm } from '../../../parts/panel-form.tsx';
import { isWebAddress } from '../../../parts/web-address.ts';
import { useWords } from '../../../words/use-words.ts';

/** Adds an authority that stamps the head of the log while it grows. */
export function AuthorityForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords('settings');
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const [ca, setCa] = useState('');
  const [allowPrivate, setAllowPrivate] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      ask('POST /api/v1/anchors', {
        body: {
          url: url.trim(),
          allowPrivate,
          ...(name.trim() === '' ? {} : { name: name.trim() }),
          ...(ca.trim() === '' ? {} : { ca }),
        },
      }),
    onSuccess: ({ name: added }) => {
      forget('GET /api/v1/anchors');
      sayDone(say('authorityAdded', { name: added }));
      onClose();
    },
  });
  return (
    <PanelForm title={say('addAuthority')} label={say('addAuthority')} sending={add} isReady={isWebAddress(url)} onClose={onClose}>
      <AddressField label={say('authorityUrl')} value={url} onAddress={setUrl} />
      <Field label={say('authorityName')} maxLength={63} value={name} onChange={(event) => setName(event.target.value)} />
      <TextField
        label={say('authorityCa')}
        rows={4}
        spellCheck={false}
        maxLength={1_000_000}
        value={ca}
        onChange={(event) => setCa(event.target.value)}
      />
      <Tick
        label={say('allowPrivate')}
        hint={say('allowPrivateHint')}
        checked={allowPrivate}
        onChange={(event) => setAllowPrivate(event.target.checked)}
      />
    </PanelForm>
  );
}
