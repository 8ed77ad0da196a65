import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { sha256 } from '../../model/digest.ts';
import { buildScreenIndex } from '../index/build.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { createNameFinder, type FoundName } from './name-finder.ts';
import { ownSlice } from './own-slice.ts';

describe('a slice of its own', () => {
  it('is what the slice is', () => {
    expect(ownSlice('Жаботинский 王伟 𠮷', 0, 11)).toBe('Жаботинский');
    expect(ownSlice('Жаботинский 王伟 𠮷', 12, undefined)).toBe('王伟 𠮷');
    expect(ownSlice('', 0, 0)).toBe('');
  });

  it('keeps no text in memory that names were found in', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const knowledge = compileNameKnowledge(loadNameCatalogue());
    const name = 'Жаботинский Сергей Петрович';
    const entity = { id: 'p', schema: 'Person', caption: name, properties: { name: [name] } } as const;
    const parties = [{ id: 'p', listings: [{ list: 'test', id: 'test:p', hash: sha256(name), line: 1, entity }] }];
    const finder = createNameFinder(buildScreenIndex(parties, knowledge), knowledge);
    const filler = Buffer.from('вода и масло '.repeat(40_000));
    const found: FoundName[] = [];
    const look = (n: number): void => {
      const word = `Электроподстанц${[...String(n)].map((digit) => 'абвгдежзик'.charAt(Number(digit))).join('')}`;
      found.push(...finder.find(`${filler.toString('utf8')} Жаботинскому ${word} Сергею Петровичу`));
    };
    look(0);
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let n = 1; n <= 12; n += 1) look(n);
    collect();
    expect(found).toHaveLength(13);
    // Twelve texts are 12 MB.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(4_000_000);
  }, 120_000);
});
