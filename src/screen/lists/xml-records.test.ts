import { describe, expect, test } from 'vitest';
import { readXml, textAt, textsAt } from './xml-records.ts';

const PARTY = new Set(['party']);

describe('records of XML', () => {
  test('carry their line, their attributes without prefixes, and what stands around them', () => {
    const xml =
      '<?xml version="1.0"?>\n<x:list date="2026-01-02">\n<Made>today</Made>\n<x:party x:id="7">\n<name>A &amp; B</name><name/></x:party></x:list>';
    const { records, root, around, bad } = readXml(xml, 'f.xml', PARTY, () => undefined);
    expect(bad).toEqual([]);
    expect(root).toEqual({ name: 'list', attributes: { date: '2026-01-02' } });
    expect(around.get('Made')).toBe('today');
    expect(records.map(({ line }) => line)).toEqual([4]);
    expect(records.map(({ element }) => [textAt(element, '@id'), textsAt(element, 'name')])).toEqual([['7', ['A & B']]]);
  });

  test('a file that breaks off keeps the records before the break', () => {
    const { records, bad } = readXml('<list>\n<party><name>A</name></party>\n<party><name>B', 'f.xml', PARTY, () => undefined);
    expect(records).toHaveLength(1);
    expect(bad).toEqual([{ file: 'f.xml', line: 3, why: 'the file ends inside of this record' }]);
  });

  test('of a record in which the file breaks off, what is cut is no id, and what is whole is', () => {
    const idIn = (end: string): unknown =>
      readXml(`<list><party><id>1234</id>${end}`, 'f.xml', PARTY, (party) => textAt(party, 'id')).bad[0]?.id;
    expect(idIn('<name>B')).toBe('1234');
    expect(idIn('</party><party><id>12')).toBeUndefined();
  });

  test('entities of a document are not expanded', () => {
    const entities = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at} "${(at === 0 ? 'x' : `&e${at - 1};`).repeat(10)}">`).join('');
    const { records } = readXml(
      `<!DOCTYPE list [${entities}]><list><party><name>&e29;</name></party></list>`,
      'f.xml',
      PARTY,
      () => undefined,
    );
    expect(records.map(({ element }) => textAt(element, 'name'))).toEqual(['&e29;']);
  });

  test('nesting without end is refused where it begins', () => {
    const { records, bad } = readXml(`<list><party/>\n<party>${'<a>'.repeat(200_000)}`, 'f.xml', PARTY, () => undefined);
    expect(records).toHaveLength(1);
    expect(bad.map(({ line }) => line)).toEqual([2]);
  });
});
