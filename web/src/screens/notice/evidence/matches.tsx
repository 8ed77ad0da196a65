import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useKeys } from '../../../acts/keys.ts';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { askingLists, isAnyKept } from '../../../api/lists-kept.ts';
import { useMay } from '../../../api/who.ts';
import { Answered } from '../../../parts/answered.tsx';
import type { DecideBarHandle } from '../../../parts/decide-bar.tsx';
import { PartyPanel } from '../../../parts/party-panel.tsx';
import { useWords } from '../../../words/use-words.ts';
import { isJudged } from '../text-state.ts';
import { partiesOf } from './matched-parties.ts';
import { MatchRow } from './match-row.tsx';
import css from './evidence-list.module.css';

/** Listed parties whose names the notice may have, the undecided first. Keys: `h` hit, `l` cleared, of the one that is chosen. */
export function Matches({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const may = useMay('analyst');
  // The order stays as it was when the tab was opened: a decision moves nothing under the cursor.
  const [order] = useState(() => partiesOf(notice.matches).map(({ key }) => key));
  const now = new Map(partiesOf(notice.matches).map((matched) => [matched.key, matched]));
  const matched = [...new Set([...order, ...now.keys()])].flatMap((key) => now.get(key) ?? []);
  const [chosen, setChosen] = useState<string | null>(null);
  const [party, setParty] = useState<string | null>(null);
  const bars = useRef(new Map<string, DecideBarHandle>());
  const current = matched.find(({ key }) => key === chosen) ?? matched.find(({ match }) => match.decision === undefined) ?? matched[0];
  const begin = (verdict: 'hit' | 'cleared'): void => {
    if (current === undefined) return;
    setChosen(current.key);
    bars.current.get(current.key)?.begin(verdict);
  };
  useKeys(
    'here',
    matched.length === 0 || !may
      ? []
      : [
          { key: 'h', label: say('keyHit'), run: () => begin('hit') },
          { key: 'l', label: say('keyCleared'), run: () => begin('cleared') },
        ],
  );
  if (matched.length === 0) return <NoMatches notice={notice} />;
  return (
    <>
      <ol className={css.rows}>
        {matched.map((one) => (
          <MatchRow
            key={one.key}
            notice={notice}
            matched={one}
            chosen={one === current && matched.length > 1}
            onChoose={() => setChosen(one.key)}
            onParty={() => setParty(one.match.id)}
            bar={(bar) => {
              if (bar === null) bars.current.delete(one.key);
              else bars.current.set(one.key, bar);
            }}
          />
        ))}
      </ol>
      <PartyPanel id={party} onClose={() => setParty(null)} />
    </>
  );
}

/** That nobody is listed is said only where names were compared with a list. */
function NoMatches({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const say = useWords('notice');
  const lists = useQuery(askingLists);
  const mayAdd = useMay('admin');
  if (!isJudged(notice)) return <p className={css.nothing}>{say('notReadYet')}</p>;
  return (
    <Answered query={lists} lines={2}>
      {(answer) =>
        isAnyKept(answer) ? (
          <p className={css.nothing}>
            {say('noMatches')} <Link to="/lists">{say('toLists')}</Link>
          </p>
        ) : (
          <div className={css.nothing}>
            <p className={css.strong}>{say('notScreened')}</p>
            <p>
              {say('notScreenedHint')}{' '}
              <Link to="/lists" search={mayAdd ? { add: true } : {}}>
                {say(mayAdd ? 'addList' : 'toLists')}
              </Link>
            </p>
          </div>
        )
      }
    </Answered>
  );
}
