import type { ReactNode } from 'react';
import type { Copy } from '../../../api/routes.gen.ts';
import { ShownText } from '../../../parts/shown-text.tsx';
import { useWords, type WordKey } from '../../../words/use-words.ts';
import css from './compare.module.css';

const KINDS = {
  stage: 'differsStage',
  procedure: 'differsProcedure',
  round: 'differsRound',
  date: 'differsDate',
  deadline: 'differsDeadline',
  number: 'differsNumber',
  price: 'differsPrice',
  contact: 'differsContact',
  contactPerson: 'differsContactPerson',
  publisher: 'differsPublisher',
  account: 'differsAccount',
  signature: 'differsSignature',
  words: 'differsWords',
  goods: 'differsGoods',
  model: 'differsModel',
  class: 'differsClass',
  quantity: 'differsQuantity',
  lot: 'differsLot',
  phase: 'differsPhase',
  section: 'differsSection',
  place: 'differsPlace',
  buyer: 'differsBuyer',
  year: 'differsYear',
  siblingNumber: 'differsSibling',
} as const satisfies Record<string, WordKey<'notice'>>;
const CUT = 160;

/** In what two copies differ, in a table: what it is about, here, there. */
export function Differences({ differs }: { readonly differs: Copy['differs'] }): ReactNode {
  const say = useWords('notice');
  if (differs.length === 0) return null;
  return (
    <table className={css.differs}>
      <caption className="visually-hidden">{say('differences')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('differsIn')}</th>
          <th scope="col">{say('here')}</th>
          <th scope="col">{say('there')}</th>
        </tr>
      </thead>
      <tbody>
        {differs.map(({ kind, a, b }) => (
          <tr key={`${kind} ${a ?? ''}|${b ?? ''}`}>
            <th scope="row">{kind in KINDS ? say(KINDS[kind as keyof typeof KINDS]) : kind}</th>
            <td>{a === null ? '–' : <ShownText text={cut(a)} />}</td>
            <td>{b === null ? '–' : <ShownText text={cut(b)} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cut(text: string): string {
  return text.length > CUT ? `${text.slice(0, CUT)}…` : text;
}
