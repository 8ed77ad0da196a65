import { describe, expect, it } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { goingOn } from './going-on.ts';
import { WORD } from './word-kinds.ts';

describe('second words of forms and titles', () => {
  const { written, spelled } = goingOn(compileNameKnowledge(loadNameCatalogue()));

  it.each(['ограниченной', 'liability', 'company', 'н'])('knows %s', (word) => {
    expect(written.kindsOf(word)).toBe(WORD.second | WORD.goesOn);
  });

  it('knows a Russian form in Latin letters', () => {
    expect(spelled.kindsOf('ograniCenoi')).toBe(WORD.second | WORD.goesOn);
  });

  it('knows second words of other phrases', () => {
    expect(written.kindsOf('novgorod')).toBe(WORD.second);
  });

  it('tells most other words from them', () => {
    const others = ['насос', 'перчатки', 'design', 'valve', 'security', 'бумага', 'aircraft', 'датчик'];
    expect(others.filter((word) => (written.kindsOf(word) & WORD.goesOn) !== 0)).toEqual([]);
  });
});
