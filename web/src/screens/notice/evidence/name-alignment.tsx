import type { ReactNode } from 'react';
import type { NoticeInFull } from '../../../api/routes.gen.ts';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords, type WordKey } from '../../../words/use-words.ts';
import css from './evidence-list.module.css';
import own from './match-row.module.css';

const LINKS = {
  same: 'linkSame',
  spelling: 'linkSpelling',
  typing: 'linkTyping',
  reading: 'linkReading',
  translation: 'linkTranslation',
  initial: 'linkInitial',
  joined: 'linkJoined',
  missing: 'linkMissing',
  different: 'linkDifferent',
} as const satisfies Record<string, WordKey<'notice'>>;
const KINDS = {
  initial: 'partInitial',
  place: 'partPlace',
  trade: 'partTrade',
  form: 'partForm',
  number: 'partNumber',
  title: 'partTitle',
  particle: 'partParticle',
} as const satisfies Record<string, WordKey<'notice'>>;

/** Two names set against each other part by part, and what beside the names speaks for and against. */
export function NameAlignment({ explanation, listed }: { readonly explanation: NoticeInFull['matches'][number]['explanation']; readonly listed: string }): ReactNode {
  const say = useWords('notice');
  return (
    <>
      <table className={own.parts}>
        <caption className="visually-hidden">{say('alignment')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('inNotice')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('howLinked')}</span>
            </th>
            <th scope="col">
              <ShownText text={say('onList', { name: listed })} />
            </th>
          </tr>
        </thead>
        <tbody>
          {explanation.alignment.map(({ a, b, kind, link, similarity }) => (
            <tr key={`${a ?? ''}|${b ?? ''}|${kind}`} data-link={link} title={similarity > 0 && similarity < 1 ? similarity.toFixed(2) : undefined}>
              <td>{a === null ? '–' : <ShownText text={a} />}</td>
              <td className={own.link}>
                {link in LINKS ? say(LINKS[link as keyof typeof LINKS]) : link}
                {kind in KINDS && ` · ${say(KINDS[kind as keyof typeof KINDS])}`}
              </td>
              <td>{b === null ? '–' : <ShownText text={b} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className={css.signs}>
        {explanation.for.map((one) => (
          <li key={one} data-sign="+">
            <ShownText text={one} />
          </li>
        ))}
        {explanation.against.map((one) => (
          <li key={one} data-sign="−">
            <ShownText text={one} />
          </li>
        ))}
      </ul>
    </>
  );
}
