import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Dialog } from 'radix-ui';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { keysNow } from '../acts/keys.ts';
import { asking } from '../api/queries.ts';
import { Chooser, type Choosable } from '../parts/chooser.tsx';
import { useWords } from '../words/use-words.ts';
import { SCREENS } from './screens.ts';
import css from './palette.module.css';

const SHOWN = 6;

/** One line that finds everything: screens, what can be done here, notices by their words, cases by their names. */
export function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={css.scrim} />
        <Dialog.Content
          className={css.palette}
          aria-describedby={undefined}
          onEscapeKeyDown={(event) => event.isComposing && event.preventDefault()}
        >
          <Dialog.Title className="visually-hidden">{say('palette')}</Dialog.Title>
          <Finder onClose={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Finder({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords('shell');
  const [words, setWords] = useState('');
  const choices = useChoices(words).map((choice) => ({
    ...choice,
    run() {
      onClose();
      // After the dialog has given the focus back.
      setTimeout(choice.run, 0);
    },
  }));
  return <Chooser label={say('paletteHint')} words={words} onWords={setWords} choices={choices} nothing={say('paletteNothing')} bare />;
}

function useChoices(words: string): readonly Choosable[] {
  const say = useWords('shell');
  const navigate = useNavigate();
  const asked = useDeferredValue(words.trim());
  const wanted = asked.length > 0;
  const { data: notices } = useQuery({ ...asking('GET /api/v1/search', { query: { q: asked, limit: SHOWN } }), enabled: wanted });
  const { data: cases } = useQuery({ ...asking('GET /api/v1/cases', { query: { limit: 200 } }), enabled: wanted });
  const matches = (text: string): boolean => text.toLowerCase().includes(words.trim().toLowerCase());
  const screens = SCREENS.map(({ id, to, key }) => ({
    id: `screen-${id}`,
    group: say('groupScreens'),
    text: say(id),
    beside: `g ${key}`,
    run: () => void navigate({ to }),
  }));
  const acts = keysNow('here').map(({ key, label, run }) => ({ id: `act-${key}`, group: say('groupActs'), text: label, beside: key, run }));
  const found = wanted ? (notices?.items ?? []) : [];
  const named = wanted ? (cases?.items ?? []).filter(({ title }) => matches(title)).slice(0, SHOWN) : [];
  return [
    ...acts.filter(({ text }) => matches(text)),
    ...screens.filter(({ text }) => matches(text)),
    ...named.map(({ id, title }) => ({
      id: `case-${id}`,
      group: say('groupCases'),
      text: title,
      run: () => void navigate({ to: '/cases/$id', params: { id } }),
    })),
    ...found.map(({ notice }) => ({
      id: `notice-${notice.id}`,
      group: say('groupNotices'),
      text: notice.title ?? notice.url,
      beside: String(notice.priority),
      run: () => void navigate({ to: '/notices/$id', params: { id: notice.id } }),
    })),
  ];
}
