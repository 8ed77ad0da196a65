import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { sha256 } from '../../model/digest.ts';
import { buildScreenIndex } from '../index/build.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { HINT } from './hit.ts';
import { listedNames } from './listed-names.ts';
import { NameTraits, SCRIPT, nameTraits } from './name-traits.ts';

describe('traits of listed names', () => {
  const properties = [
    { name: ['Vectralon Plant'], country: ['ru'] },
    { name: ['Завод «Вектралон»'], innCode: ['7707083893'] },
    { name: ['启柏林导航技术'] },
  ];
  const parties = properties.map((own, n) => {
    const id = `p${n}`;
    return {
      id,
      listings: [{ list: 'test', id, hash: sha256(id), line: 1, entity: { id, schema: 'Organization', caption: id, properties: own } }],
    } as const;
  });
  const index = buildScreenIndex(parties, compileNameKnowledge(loadNameCatalogue()));
  const names = listedNames(index);
  const traits = new NameTraits(nameTraits(index, names, () => true));
  const nameOf = (id: string): number =>
    Array.from({ length: names.count }, (_, name) => name).findIndex((name) => index.records.at(names.party[name] ?? 0).id === id);

  it('tell names in one script from words in another', () => {
    const foreign = (id: string): readonly boolean[] =>
      [SCRIPT.latin, SCRIPT.cyrillic, SCRIPT.any].map((script) => traits.isForeign(nameOf(id), script));
    expect(foreign('p0')).toEqual([false, true, false]);
    expect(foreign('p1')).toEqual([true, false, false]);
    expect(foreign('p2')).toEqual([false, false, false]);
  });

  it('say which hints may speak for a name', () => {
    const all = HINT.form | HINT.place | HINT.identifier;
    expect(['p0', 'p1', 'p2'].map((id) => traits.hints(nameOf(id), all))).toEqual([
      HINT.form | HINT.place,
      HINT.form | HINT.identifier,
      HINT.form,
    ]);
  });
});
