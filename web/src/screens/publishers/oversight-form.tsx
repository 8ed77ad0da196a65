import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { sayDone } from '../../acts/done.ts';
import { ask } from '../../api/ask.ts';
import { forget } from '../../api/queries.ts';
import type { PublisherProfile } from '../../api/routes.gen.ts';
import { Field, TextField } from '../../parts/field.tsx';
import { PanelForm } from '../../parts/panel-form.tsx';
import { useWords } from '../../words/use-words.ts';

export interface Wanted {
  readonly link: 'link' | 'unlink';
  /** Id of a publisher, or a name. */
  readonly overseer: string;
  /** What an overseer that is an id is called. */
  readonly name?: string;
  readonly why: string;
}

/** Says who oversees a publisher, or takes that back; either with its reason, which the log keeps. */
export function OversightForm({
  publisher,
  wanted,
  onClose,
}: {
  readonly publisher: PublisherProfile;
  readonly wanted: Wanted;
  readonly onClose: () => void;
}): ReactNode {
  const shell = useWords('shell');
  const say = useWords('publishers');
  const [overseer, setOverseer] = useState(wanted.overseer);
  const [why, setWhy] = useState(wanted.why);
  const tell = (link: Wanted['link'], reason: string) =>
    ask('POST /api/v1/publishers/:id/oversight', { params: { id: publisher.id }, body: { link, overseer: overseer.trim(), why: reason } });
  const takesBack = wanted.link === 'unlink';
  const names = { overseer: wanted.name ?? overseer.trim(), publisher: publisher.name };
  const act = useMutation({
    mutationFn: () => tell(wanted.link, why.trim()),
    onSuccess: () => {
      forget('GET /api/v1/publishers/:id');
      onClose();
      sayDone(takesBack ? say('takenBack') : say('recorded', names), async () => {
        await tell(takesBack ? 'link' : 'unlink', say('undoneWhy'));
        forget('GET /api/v1/publishers/:id');
      });
    },
  });
  return (
    <PanelForm
      title={takesBack ? say('takeBackTitle', names) : say('record')}
      label={takesBack ? say('takeBack') : shell('save')}
      sending={act}
      isReady={overseer.trim() !== '' && why.trim() !== ''}
      onClose={onClose}
    >
      {takesBack ? (
        <p>{say('takeBackHint')}</p>
      ) : (
        <Field
          label={say('overseer')}
          hint={say('overseerHint')}
          required
          maxLength={300}
          value={overseer}
          onChange={(event) => setOverseer(event.target.value)}
        />
      )}
      <TextField
        label={say('why')}
        hint={say('whyHint')}
        required
        maxLength={1000}
        value={why}
        onChange={(event) => setWhy(event.target.value)}
      />
    </PanelForm>
  );
}
