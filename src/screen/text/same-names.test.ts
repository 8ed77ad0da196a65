import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { sha256 } from '../../model/digest.ts';
import { buildScreenIndex } from '../index/build.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { listedNames } from './listed-names.ts';
import { sameNames } from './same-names.ts';

describe('names that are the same to a text', () => {
  const index = buildScreenIndex(
    ['Vectralon Plant', 'VECTRALON, plant', 'Plant Vectralon', 'Vectralon Factory Nord', 'vectralon plant'].map((name, n) => {
      const id = `o${n}`;
      const entity = { id, schema: 'Organization', caption: name, properties: { name: [name] } } as const;
      return { id, listings: [{ list: 'test', id, hash: sha256(id), line: 1, entity }] };
    }),
    compileNameKnowledge(loadNameCatalogue()),
  );

  it('share the first of them; a name in another order is another', () => {
    const same = sameNames(listedNames(index), () => true);
    const idOf = (name: number): string => index.records.at(listedNames(index).party[name] ?? -1).id;
    const firsts = Object.fromEntries([...same].map((first, name) => [idOf(name), idOf(first)]));
    expect(firsts).toEqual({ o0: 'o0', o1: 'o0', o2: 'o2', o3: 'o3', o4: 'o0' });
  });

  it('are those that are wanted', () => {
    const same = sameNames(listedNames(index), (name) => name > 0);
    expect(same[1]).toBe(1);
  });
});
