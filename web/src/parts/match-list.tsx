import { useRef, useState, type ReactNode } from 'react';
import { useKeys } from '../acts/keys.ts';
import { useMay } from '../api/who.ts';
import type { Explanation, Match } from '../api/routes.gen.ts';
import { shownString } from './shown-text-pieces.ts';
import { ShownText } from './shown-text.tsx';
import { useWords } from '../words/use-words.ts';
import { Alignment } from './alignment.tsx';
import { Chip } from './chip.tsx';
import { DecideBar, type DecideBarHandle } from './decide-bar.tsx';
import { keyedMatches } from './keyed-matches.ts';
import css from './match-list.module.css';
import { PartyPanel } from './party-panel.tsx';
import { Score } from './score.tsx';

export type ShownMatch = Pick<Match, 'key' | 'id' | 'caption' | 'matchedName' | 'score' | 'list' | 'listing'> & {
  readonly explanation: Explanation;
  readonly decision?: { readonly verdict: 'hit' | 'cleared' | 'unsure' } | undefined;
};

export interface MatchGroup {
  readonly id: string;
  /** Of whom or what these are the matches. */
  readonly head?: ReactNode;
  readonly matches: readonly ShownMatch[];
  /** The notice that they are of. */
  readonly notice?: string;
  /** What stands in place of matches, where there is none. */
  readonly none?: ReactNode;
}

/** Matches under what they are of, with alignment and decision; `j k` move, `h l` decide, `Enter` opens the party. */
export function MatchList({ groups }: { readonly groups: readonly MatchGroup[] }): ReactNode {
  const say = useWords('screening');
  const terms = useWords('terms');
  const may = useMay('analyst');
  const [party, setParty] = useState<string | null>(null);
  const items = useRef(new Map<string, HTMLElement>());
  const bars = useRef(new Map<string, DecideBarHandle>());
  const keyed = groups.map((group) => ({ ...group, matches: keyedMatches(group.id, group.matches) }));
  const flat = keyed.flatMap(({ matches }) => matches);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = flat.find(({ at }) => at === chosen) ?? flat[0];
  const move = (step: number): void => {
    const place = flat.findIndex(({ at }) => at === chosen);
    const next = flat[place < 0 ? 0 : Math.min(flat.length - 1, Math.max(0, place + step))];
    if (next !== undefined) items.current.get(next.at)?.focus();
  };
  const begin = (verdict: 'hit' | 'cleared'): void => {
    if (current !== undefined) bars.current.get(current.at)?.begin(verdict);
  };
  useKeys('here', [
    { key: 'j', label: say('keyNext'), repeats: true, run: () => move(1) },
    { key: 'k', label: say('keyPrevious'), repeats: true, run: () => move(-1) },
    { key: 'Enter', label: say('keyParty'), run: () => setParty(current?.match.id ?? null) },
    ...(may
      ? ([
          { key: 'h', label: terms('verdictHit'), run: () => begin('hit') },
          { key: 'l', label: terms('verdictCleared'), run: () => begin('cleared') },
        ] as const)
      : []),
  ]);
  return (
    <div className={css.groups}>
      {keyed.map(({ id, head, matches, notice, none }) => (
        <section key={id} className={css.group}>
          {head}
          {matches.length === 0 ? (
            none
          ) : (
            <ol className={css.matches}>
              {matches.map(({ at, match }) => (
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only notes where the focus is
                <li
                  key={at}
                  className={css.match}
                  data-chosen={current?.at === at && flat.length > 1}
                  aria-label={shownString(match.caption)}
                  tabIndex={-1}
                  onFocus={() => setChosen(at)}
                  ref={(item) => {
                    if (item === null) items.current.delete(at);
                    else items.current.set(at, item);
                  }}
                >
                  <div className={css.head}>
                    <Score value={match.score} />
                    <button type="button" className={css.name} onClick={() => setParty(match.id)}>
                      <bdi>
                        <ShownText text={match.caption} />
                      </bdi>
                    </button>
                    {match.matchedName !== match.caption && (
                      <span className={css.as}>
                        {say('listedAs')}{' '}
                        <bdi>
                          <ShownText text={match.matchedName} />
                        </bdi>
                      </span>
                    )}
                    <Chip>{match.list}</Chip>
                  </div>
                  <Alignment explanation={match.explanation} />
                  <DecideBar
                    match={match}
                    notice={notice}
                    onEnd={() => items.current.get(at)?.focus()}
                    ref={(bar) => {
                      if (bar === null) bars.current.delete(at);
                      else bars.current.set(at, bar);
                    }}
                  />
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
      <PartyPanel id={party} onClose={() => setParty(null)} />
    </div>
  );
}
