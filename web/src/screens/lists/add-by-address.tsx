import { useState, type ReactNode } from 'react';
import type { Given } from '../../api/ask.ts';
import { AddressField } from '../../parts/address-field.tsx';
import { Button } from '../../parts/button.tsx';
import { Choice, TextField, Tick } from '../../parts/field.tsx';
import { Acts, Form, Pair } from '../../parts/form.tsx';
import { isWebAddress } from '../../parts/web-address.ts';
import { useWords } from '../../words/use-words.ts';
import { ListName } from './list-name.tsx';
import { isListName } from './sent-file.ts';

const EVERY = ['6h', '12h', '24h', '7d'] as const;
const WORDS = { '6h': 'every6h', '12h': 'every12h', '24h': 'every24h', '7d': 'every7d' } as const;

/** A list at any address: its format is found out, and it is read at once. */
export function AddByAddress({ onAdd }: { readonly onAdd: (name: string, body: Given<'POST /api/v1/lists'>['body']) => void }): ReactNode {
  const say = useWords('lists');
  const [address, setAddress] = useState('');
  const [name, setName] = useState('');
  const [every, setEvery] = useState<(typeof EVERY)[number]>('12h');
  const [belonging, setBelonging] = useState('');
  const [allowPrivate, setAllowPrivate] = useState(false);
  const isNamed = isListName(name);
  const ok = isWebAddress(address) && isNamed;
  const more = belonging.split(/\s+/).filter((one) => one !== '');
  return (
    <Form onSend={() => onAdd(name, { list: address.trim(), name, every, allowPrivate, ...(more.length === 0 ? {} : { with: more }) })}>
      <AddressField label={say('address')} hint={say('addressHint')} value={address} onAddress={setAddress} />
      <Pair>
        <ListName name={name} onName={setName} />
        <Choice
          label={say('every')}
          value={every}
          options={EVERY.map((one) => [one, say(WORDS[one])] as const)}
          onChange={(event) => setEvery(event.target.value as (typeof EVERY)[number])}
        />
      </Pair>
      <TextField
        label={say('companions')}
        hint={say('companionsHint')}
        rows={2}
        spellCheck={false}
        value={belonging}
        onChange={(event) => setBelonging(event.target.value)}
      />
      <Tick
        label={say('private')}
        hint={say('privateHint')}
        checked={allowPrivate}
        onChange={(event) => setAllowPrivate(event.target.checked)}
      />
      <Acts>
        <Button kind="main" type="submit" disabled={!ok}>
          {say('addThis')}
        </Button>
      </Acts>
    </Form>
  );
}
