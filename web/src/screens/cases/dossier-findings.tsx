import { Fragment, type ReactNode } from 'react';
import type { Finding, NoticeInFull } from '../../api/routes.gen.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { useLanguage, useWords } from '../../words/use-words.ts';
import { GROUP_WORDS, groupsOf } from '../notice/evidence/finding-groups.ts';
import { useFindingTitle } from '../notice/evidence/finding-title.ts';
import { Saying } from '../notice/evidence/saying.tsx';
import { useGlosses } from '../notice/text/glosses.ts';
import { marksOf } from '../notice/text/marks.ts';
import { namedWordsOf } from '../notice/text/named-words.ts';
import paper from './dossier.module.css';

/** What was found in a notice, under the headings and by the names that the screen has, each with the words that show it, what they are called, and its source. */
export function DossierFindings({ notice, findings }: { readonly notice: NoticeInFull; readonly findings: readonly Finding[] }): ReactNode {
  const say = useWords('notice');
  const glossOf = useGlosses();
  const isForeign = notice.lang !== useLanguage();
  const named = isForeign ? namedWordsOf(notice.reading?.text ?? '', marksOf(notice), glossOf) : [];
  const glosses = new Map(named.map(({ text, gloss }) => [text, gloss]));
  const groups = groupsOf(findings).filter(([group]) => group !== 'absent' && group !== 'candidates');
  return (
    <>
      <p className={paper.source}>{say('notLegal')}</p>
      {groups.map(([group, members]) => (
        <div key={group}>
          <h4>{say(GROUP_WORDS[group])}</h4>
          <ul className={paper.findings}>
            {members.map((finding) => (
              <OneFinding key={`${finding.title} ${String(finding.item)}`} finding={finding} glosses={glosses} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function OneFinding({ finding, glosses }: { readonly finding: Finding; readonly glosses: ReadonlyMap<string, string> }): ReactNode {
  const say = useWords('notice');
  const { title, heading } = useFindingTitle()(finding);
  const signs = [...new Map(finding.for.map((sign) => [sign.text, sign])).values()];
  return (
    <li>
      <p className={paper.signs}>
        <span>
          <b>{title}</b> {heading !== undefined && <span lang="en">{heading}</span>}
        </span>
        {signs.map(({ text, span }) => (
          <span key={text}>
            {span === undefined ? (
              <Saying said={text} />
            ) : (
              <q>
                <ShownText text={text} />
              </q>
            )}
            {glosses.has(text) && ` ${glosses.get(text) ?? ''}`}
          </span>
        ))}
      </p>
      {finding.missing.length > 0 && (
        <p className={paper.open}>
          {say('leftOpen', { count: finding.missing.length })}:{' '}
          {finding.missing.map((one, at) => (
            <Fragment key={one}>
              {at > 0 && ' · '}
              <Saying said={one} />
            </Fragment>
          ))}
        </p>
      )}
      <p className={paper.source}>
        <Saying said={finding.source} />
      </p>
    </li>
  );
}
