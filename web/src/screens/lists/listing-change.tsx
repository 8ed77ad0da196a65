import { Minus, Pencil, Pin, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/ask.ts';
import { PROPERTY_WORDS, useSchemaWord } from '../../parts/party-words.ts';
import { ShownText } from '../../parts/shown-text.tsx';
import { useWords } from '../../words/use-words.ts';
import css from './lists.module.css';
import { propertyChanges } from './property-changes.ts';

type Change = Answer<'GET /api/v1/lists/:name/diff'>['items'][number];

const ICONS = { added: Plus, changed: Pencil, removed: Minus, kept: Pin } as const;
const WORDS = { added: 'isAdded', changed: 'isChanged', removed: 'isRemoved', kept: 'isKept' } as const;
/** Of a new listing not all need be read here. */
const SHOWN = 4;

/** One listing that came, went, or is other than it was. */
export function ListingChange({
  change: { id, change, before, after, row },
  onOpen,
}: {
  readonly change: Change;
  readonly onOpen: (listing: string) => void;
}): ReactNode {
  const say = useWords('lists');
  const words = useWords('screening');
  const schema = useSchemaWord();
  const Icon = ICONS[change];
  const entity = (after ?? before)?.entity;
  const properties = change === 'kept' ? [] : propertyChanges(before?.entity, after?.entity);
  const shown = change === 'changed' ? properties : properties.slice(0, SHOWN);
  return (
    <li className={css.change} data-change={change}>
      <p className={css.changeHead}>
        <span className={css.changeMark}>
          <Icon aria-hidden="true" />
          {say(WORDS[change])}
        </span>
        <button type="button" className={css.open} onClick={() => onOpen(id)}>
          <bdi>
            <ShownText text={entity?.caption ?? id} />
          </bdi>
        </button>
        <span className={css.soft}>{entity !== undefined && schema(entity.schema)}</span>
      </p>
      {row !== undefined && (
        <p className={css.soft}>
          {say('keptAsOf', { version: row.version })} · {say('lineNumber', { line: row.line })} · <span lang="en">{row.why}</span>
        </p>
      )}
      <ul className={css.properties}>
        {shown.map(({ property, gone, came }) => {
          const word = PROPERTY_WORDS[property];
          return (
            <li key={property}>
              <span className={css.soft}>{word === undefined ? property : words(word)}</span>
              <span className={css.values}>
                {gone.map((value) => (
                  <del key={value}>
                    <ShownText text={value} />
                  </del>
                ))}
                {came.map((value) => (
                  <ins key={value}>
                    <ShownText text={value} />
                  </ins>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </li>
  );
}
