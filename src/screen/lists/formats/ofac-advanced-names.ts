import { elementsAt } from '../xml-records.ts';
import type { XmlElement } from '../xml-records.ts';
import type { References } from './ofac-references.ts';

/** Parts of a person's name in the order in which they are spoken; parts of other parties stand as they are written. */
const SPOKEN = ['First Name', 'Middle Name', 'Patronymic', 'Matronymic', 'Last Name', 'Maiden Name'];
const PROPERTIES: Readonly<Record<string, string>> = { 'First Name': 'firstName', 'Middle Name': 'middleName', 'Last Name': 'lastName' };

/** Names of an identity as properties and values: each alias in each script that it is documented in. */
export function advancedNames(identity: XmlElement, references: References): readonly (readonly [property: string, value: string])[] {
  const kinds = new Map(
    elementsAt(identity, 'NamePartGroups/MasterNamePartGroup/NamePartGroup').map(({ attributes }) => [
      attributes['ID'] ?? '',
      references.word('NamePartType', attributes['NamePartTypeID']),
    ]),
  );
  return elementsAt(identity, 'Alias').flatMap((alias) => {
    const property = propertyOf(alias, references);
    return elementsAt(alias, 'DocumentedName').flatMap((name) => {
      const parts = elementsAt(name, 'DocumentedNamePart/NamePartValue')
        .map(({ attributes, text }) => ({ kind: kinds.get(attributes['NamePartGroupID'] ?? '') ?? '', text: text.trim() }))
        .toSorted((a, b) => SPOKEN.indexOf(a.kind) - SPOKEN.indexOf(b.kind));
      const whole: readonly [string, string] = [property, parts.map(({ text }) => text).join(' ')];
      if (property !== 'name') return [whole];
      return [whole, ...parts.flatMap(({ kind, text }) => (PROPERTIES[kind] === undefined ? [] : [[PROPERTIES[kind], text] as const]))];
    });
  });
}

function propertyOf({ attributes }: XmlElement, references: References): string {
  if (attributes['Primary'] === 'true') return 'name';
  if (attributes['LowQuality'] === 'true') return 'weakAlias';
  return references.word('AliasType', attributes['AliasTypeID']) === 'F.K.A.' ? 'previousName' : 'alias';
}
