import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { goingOn } from './going-on.ts';

describe('second words of forms and titles', () => {
  const { written, spelled } = goingOn(compileNameKnowledge(loadNameCatalogue()));

  it.each(['ограниченной', 'liability', 'company', 'н'])('knows %s', (word) => {
    expect(written.mayWord(word)).toBe(true);
  });

  it('knows a Russian form in Latin letters', () => {
    expect(spelled.mayWord('ograniCenoi')).toBe(true);
  });

  it('tells most other words from them', () => {
    const others = ['насос', 'перчатки', 'design', 'valve', 'security', 'бумага', 'aircraft', 'датчик'];
    expect(others.filter((word) => written.mayWord(word))).toEqual([]);
  });
});
