import { describe, expect, it } from 'vitest';
import { boundOf, partsOf, triageAsked, valuesOf, withTest, withValue } from './filter-text.ts';

describe('a filter edited by clicking', () => {
  it('takes a value in and out, and leaves all else as it was written', () => {
    const filter = 'triage:new and радар  priority >= 40';
    const two = withValue(withValue(filter, 'goods', 'radar', true), 'goods', 'uav', true);
    expect(two).toBe('triage:new and радар and priority >= 40 and goods:radar,uav');
    expect(valuesOf(two, 'goods')).toEqual(['radar', 'uav']);
    expect(withValue(withValue(two, 'goods', 'radar', false), 'goods', 'uav', false)).toBe('triage:new and радар and priority >= 40');
  });

  it('changes the bound of a number in its place', () => {
    expect(boundOf('priority>=70 and removed', 'priority', '>=')).toBe('70');
    expect(withTest('priority>=70 and removed', { field: 'priority', op: '>=', values: ['90'] })).toBe('priority>=90 and removed');
    expect(withTest('priority>=70', { field: 'priority', op: '>=', values: [] })).toBe('');
  });

  it('knows a state that is written alone', () => {
    expect(valuesOf('removed', 'state')).toEqual(['removed']);
    expect(withValue('removed', 'state', 'changed', true)).toBe('state:removed,changed');
  });

  it('keeps an or together in brackets', () => {
    expect(withValue('removed or priority>=70', 'lang', 'zh', true)).toBe('(removed or priority>=70) and lang:zh');
    expect(withValue('(removed or priority>=70) and lang:zh', 'lang', 'ru', true)).toBe('(removed or priority>=70) and lang:zh,ru');
  });

  it('does not take a denial or a bracket for a test', () => {
    expect(valuesOf('not lang:en', 'lang')).toEqual([]);
    expect(valuesOf('-lang:en', 'lang')).toEqual([]);
    expect(partsOf('not (lang:en or removed) goods:radar').map(({ text }) => text)).toEqual(['not (lang:en or removed)', 'goods:radar']);
  });

  it('writes values with blanks so that they are read back', () => {
    const filter = withValue(withValue('', 'source', 'a "b" c', true), 'source', 'd,e', true);
    expect(valuesOf(filter, 'source')).toEqual(['a "b" c', 'd,e']);
    expect(withValue(filter, 'source', 'd,e', false)).toBe('source:"a \\"b\\" c"');
  });

  it('leaves what cannot be read alone', () => {
    expect(partsOf('"never closed and goods:radar')).toEqual([{ text: '"never closed and goods:radar', test: null }]);
    expect(partsOf('  ')).toEqual([]);
  });

  it('says which triage states a list is about', () => {
    expect(triageAsked('triage:new,escalated and priority>=3')).toEqual(new Set(['new', 'escalated']));
    expect(triageAsked('priority>=3')).toBeNull();
    expect(triageAsked('not triage:dismissed')).toBeNull();
  });
});
