import type { ReactNode } from 'react';
import { useGlossary } from '../api/glossary.ts';
import type { Listing } from '../api/routes.gen.ts';
import { useWords } from '../words/use-words.ts';
import css from './party-panel.module.css';
import { orderedProperties, PROPERTY_WORDS, TOPIC_WORDS } from './party-words.ts';
import { Outside } from './outside.tsx';
import { ShownText } from './shown-text.tsx';

const SHOWN = 12;
const COUNTRIES: ReadonlySet<string> = new Set([
  'country',
  'nationality',
  'jurisdiction',
  'mainCountry',
  'flag',
  'birthCountry',
  'citizenship',
]);

/** What a list says of a party, the telling fields first. Values are of the list, as it has them. */
export function PartyFields({ entity }: { readonly entity: Listing['entity'] }): ReactNode {
  const say = useWords('screening');
  const glossary = useGlossary();
  const shown = (property: string, value: string): ReactNode => {
    if (COUNTRIES.has(property) && /^[a-z]{2}$/i.test(value)) return `${glossary.country(value)} (${value.toUpperCase()})`;
    if (property === 'topics') return TOPIC_WORDS[value] === undefined ? value : say(TOPIC_WORDS[value]);
    if (/^https?:\/\//i.test(value)) return <Outside address={value} />;
    return (
      <bdi>
        <ShownText text={value} />
      </bdi>
    );
  };
  return (
    <dl className={css.fields}>
      {orderedProperties(entity.properties).map(([property, values]) => {
        const word = PROPERTY_WORDS[property];
        return (
          <div key={property} className={css.field}>
            <dt>{word === undefined ? plain(property) : say(word)}</dt>
            <dd>
              <ul>
                {values.slice(0, SHOWN).map((value) => (
                  <li key={value}>{shown(property, value)}</li>
                ))}
                {values.length > SHOWN && <li className={css.soft}>{say('andMore', { count: values.length - SHOWN })}</li>}
              </ul>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** `registrationNumber` → `registration number`. */
function plain(property: string): string {
  return property.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
