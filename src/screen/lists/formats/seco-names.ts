import { elementsAt, textAt } from '../xml-records.ts';
import type { XmlElement } from '../xml-records.ts';

const KINDS: Readonly<Record<string, string>> = { 'primary-name': 'name', alias: 'alias', 'formerly-known-as': 'previousName' };
/** Parts that are properties of their own. */
const PARTS: Readonly<Record<string, string>> = {
  title: 'title',
  'given-name': 'firstName',
  'further-given-name': 'secondName',
  'father-name': 'fatherName',
  'family-name': 'lastName',
};
/** Spellings of one name that are joined in one script (each part may have several), and scripts in which it is joined. */
const MOST_SPELLINGS = 24;
const MOST_SCRIPTS = 24;

interface NamePart {
  readonly kind: string;
  readonly value: string;
  readonly spellings: readonly { readonly script: string; readonly text: string }[];
}

/**
 * A name of the Swiss list as properties and values. Its parts are written apart, each with its spellings in other languages and scripts: spellings of one
 * language and script are joined, with the part as it is where it has no spelling of them. Titles are no part of a name.
 */
export function secoNames(name: XmlElement): readonly (readonly [property: string, value: string])[] {
  const kind = KINDS[name.attributes['name-type'] ?? ''] ?? 'alias';
  const weak = name.attributes['quality'] === 'low';
  const parts = partsOf(name);
  const written = parts.filter((part) => part.kind !== 'title');
  const whole = written.map(({ value }) => value).join(' ');
  const scripts = [...new Set(written.flatMap(({ spellings }) => spellings.map(({ script }) => script)))].slice(0, MOST_SCRIPTS);
  const others = scripts.flatMap((script) =>
    combined(
      written.map(({ value, spellings }) => {
        const own = spellings.flatMap((one) => (one.script === script ? [one.text] : []));
        return own.length === 0 ? [value] : own;
      }),
    ),
  );
  return [
    [weak ? 'weakAlias' : kind, whole],
    ...others.map((other) => [weak ? 'weakAlias' : 'alias', other] as const),
    ...(kind === 'name' ? parts.flatMap(({ kind: of, value }) => (PARTS[of] === undefined ? [] : [[PARTS[of], value] as const])) : []),
  ];
}

function partsOf(name: XmlElement): readonly NamePart[] {
  return elementsAt(name, 'name-part')
    .map((part, at) => ({ part, order: Number(part.attributes['order'] ?? at + 1) }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ part }) => ({
      kind: part.attributes['name-part-type'] ?? '',
      value: textAt(part, 'value') || part.text.trim(),
      spellings: elementsAt(part, 'spelling-variant').map(({ attributes, text }) => ({
        script: `${attributes['lang'] ?? ''} ${attributes['script'] ?? ''}`,
        text: text.trim(),
      })),
    }))
    .filter(({ value }) => value !== '');
}

function combined(choices: readonly (readonly string[])[]): readonly string[] {
  return choices.reduce<readonly string[]>(
    (names, next) => names.flatMap((name) => next.map((part) => (name === '' ? part : `${name} ${part}`))).slice(0, MOST_SPELLINGS),
    [''],
  );
}
