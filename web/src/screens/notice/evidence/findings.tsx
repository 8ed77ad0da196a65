import { useEffect, useRef, type ReactNode } from 'react';
import { useGlossary } from '../../../api/glossary.ts';
import { useListsKept } from '../../../api/lists-kept.ts';
import type { Finding, NoticeInFull } from '../../../api/routes.gen.ts';
import { Button } from '../../../parts/button.tsx';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords } from '../../../words/use-words.ts';
import { useAllOpen } from '../all-open.ts';
import { showSpans, usePlace } from '../place.ts';
import { isJudged } from '../text-state.ts';
import { GROUP_WORDS, groupsOf, restsOn } from './finding-groups.ts';
import { FindingRow } from './finding-row.tsx';
import { useFirst } from './use-first.tsx';
import css from './findings.module.css';

const MOST = 60;

/** What holds for a notice, what may hold and what the text would have to say for it, and what speaks against. */
export function Findings({ notice }: { readonly notice: NoticeInFull }): ReactNode {
  const open = useAllOpen();
  const say = useWords('notice');
  const judged = isJudged(notice);
  const place = usePlace(notice.id);
  const chosen = place?.chosenIn === 'text' ? place : undefined;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== undefined) box.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const shown = chosen === undefined ? notice.findings : notice.findings.filter((finding) => restsOn(finding, chosen.spans));
  const words = chosen?.spans.map(({ start, end }) => notice.reading?.text.slice(start, end)).join(' … ') ?? '';
  return (
    <div ref={box} className={css.findings}>
      {judged && <p className={css.legal}>{say('notLegal')}</p>}
      {chosen !== undefined && (
        <p className={css.chosen} role="status">
          <span>
            {say('findingsOn', { count: shown.length })} <q>{<ShownText text={words.slice(0, 80)} />}</q>
          </span>
          <Button kind="quiet" onClick={() => showSpans(notice.id, [], 'text')}>
            {say('allFindings')}
          </Button>
        </p>
      )}
      {notice.findings.length === 0 && <p className={css.nothing}>{say(judged ? 'noFindings' : 'notReadYet')}</p>}
      {groupsOf(shown).map(([group, findings]) => (
        <details key={group} className={css.group} open={open || group !== 'absent'}>
          <summary>
            <h3>{say(GROUP_WORDS[group])}</h3> <span className={css.count}>{findings.length}</span>
          </summary>
          {group === 'absent' ? <Absent findings={findings} /> : <Rows notice={notice.id} findings={findings} />}
        </details>
      ))}
    </div>
  );
}

function Rows({ notice, findings }: { readonly notice: string; readonly findings: readonly Finding[] }): ReactNode {
  const [shown, more] = useFirst(findings, MOST);
  return (
    <>
      <ul>
        {shown.map((finding) => (
          <FindingRow
            key={`${finding.indicator ?? ''}${finding.control?.list ?? ''} ${finding.control?.entry ?? ''} ${finding.item ?? ''} ${(finding.goods ?? []).join()} ${finding.title}`}
            notice={notice}
            finding={finding}
          />
        ))}
      </ul>
      {more}
    </>
  );
}

/** The red flag of a name near a list, which says nothing where there is no list. */
const LISTED_PARTY = 'BIS-KYC-01';

/** What was looked for and is not in the text: names alone, so that all of it is seen at a glance. */
function Absent({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const say = useWords('notice');
  const { indicator } = useGlossary();
  const unscreened = useListsKept() === false;
  return (
    <>
      <ul className={css.absent}>
        {findings
          .filter(({ indicator: id }) => !(unscreened && id === LISTED_PARTY))
          .map(({ indicator: id, title }) => (
            <li key={id ?? title} title={id}>
              {id === undefined ? title : indicator(id)}
            </li>
          ))}
      </ul>
      {unscreened && <p className={css.source}>{say('notScreened')}</p>}
    </>
  );
}
