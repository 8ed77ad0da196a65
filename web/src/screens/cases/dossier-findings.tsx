import type { ReactNode } from 'react';
import type { Finding } from '../../api/routes.gen.ts';
import { useWords } from '../../words/use-words.ts';
import { GROUP_WORDS, groupsOf } from '../notice/evidence/finding-groups.ts';
import { Saying } from '../notice/evidence/saying.tsx';
import paper from './dossier.module.css';

/** What was found in a notice, under the headings that the screen has, each with the words that show it and its source. */
export function DossierFindings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const say = useWords('notice');
  return groupsOf(findings)
    .filter(([group]) => group !== 'absent' && group !== 'candidates')
    .map(([group, members]) => (
      <div key={group}>
        <h4>{say(GROUP_WORDS[group])}</h4>
        <ul className={paper.findings}>
          {members.map((finding) => (
            <li key={`${finding.title} ${String(finding.item)}`}>
              <span lang="en">{finding.title}</span>
              {finding.for.map(({ text, span }) => (
                <span key={text} className={paper.words}>
                  {span === undefined ? <Saying said={text} /> : <q>{text}</q>}
                </span>
              ))}{' '}
              <span className={paper.source}>{finding.source}</span>
            </li>
          ))}
        </ul>
      </div>
    ));
}
