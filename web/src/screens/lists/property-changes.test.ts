import { expect, it } from 'vitest';
import type { Listing } from '../../api/routes.gen.ts';
import { propertyChanges } from './property-changes.ts';

const entity = (properties: Readonly<Record<string, readonly string[]>>): Listing['entity'] => ({
  id: 'a',
  schema: 'Company',
  caption: 'A',
  properties,
});

it('tells what came and what went, property by property, names first', () => {
  const before = entity({ address: ['Tver 4'], name: ['Zarya', 'Заря'], country: ['ru'], notes: [] });
  const after = entity({ address: ['Tver 6'], name: ['Zarya', 'Заря', 'Dawn'], country: ['ru'] });
  expect(propertyChanges(before, after)).toEqual([
    { property: 'name', gone: [], came: ['Dawn'] },
    { property: 'address', gone: ['Tver 4'], came: ['Tver 6'] },
  ]);
  expect(propertyChanges(after, after)).toEqual([]);
});

it('takes a property that is in one version alone as all new or all gone', () => {
  expect(propertyChanges(entity({ imoNumber: ['9187629'] }), entity({ flag: ['ru'] }))).toEqual([
    { property: 'flag', gone: [], came: ['ru'] },
    { property: 'imoNumber', gone: ['9187629'], came: [] },
  ]);
});
