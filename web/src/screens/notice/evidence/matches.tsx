import { useState, type ReactNode } from 'react';
import { useKeys } from '../../../acts/keys.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { useMay } from '../../../api/who.ts';
import { useWords } from '../../../words/use-words.ts';
import { partiesOf, type Verdict } from './matched-parties.ts';
import { MatchRow } from './match-row.tsx';
import css from './evidence-list.module.css';

/** Listed parties whose names the notice may have, the undecided first. Keys: `h` hit, `l` cleared, of the one that is chosen. */
export function Matches({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const may = useMay('analyst');
  const matched = partiesOf(notice.matches);
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<Verdict | null>(null);
  const current = matched.find(({ key }) => key === chosen) ?? matched.find(({ decision }) => decision === undefined) ?? matched[0];
  const askFor = (verdict: Verdict): void => {
    if (current === undefined || !may) return;
    setChosen(current.key);
    setAsked(verdict);
  };
  useKeys(
    'here',
    matched.length === 0 || !may
      ? []
      : [
          { key: 'h', label: say('keyHit'), run: () => askFor('hit') },
          { key: 'l', label: say('keyCleared'), run: () => askFor('cleared') },
        ],
  );
  if (matched.length === 0) return <p className={css.nothing}>{say('noMatches')}</p>;
  return (
    <ul className={css.rows}>
      {matched.map((match) => (
        <MatchRow
          key={match.key}
          notice={notice}
          match={match}
          chosen={match === current}
          asked={match === current ? asked : null}
          onAsk={(verdict) => {
            setChosen(match.key);
            setAsked(verdict);
          }}
        />
      ))}
    </ul>
  );
}
