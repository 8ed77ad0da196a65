import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsString } from './js-literal.ts';
import { assignmentsTo, readObject, readVariables } from './script-data.ts';

describe('readJsString', () => {
  it.each([
    [String.raw`'a\x26b'`, 'a&b'],
    [String.raw`"\u4e2d\u{1F681}\n\t\\"`, '中🚁\n\t\\'],
    [String.raw`'it\'s' + x`, "it's"],
    ['"a\\\nb"', 'ab'],
    [String.raw`"\xZZ \u12"`, 'xZZ u12'],
  ])('%s', (source, value) => {
    expect(readJsString(source, 0)?.value).toBe(value);
  });

  it.each(["'never ends", '"ends\nwith the line"', 'name', ''])('%j is no literal', (source) => {
    expect(readJsString(source, 0)).toBeNull();
  });

  it('reads back what JSON writes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readJsString(JSON.stringify(text), 0)?.value === text));
  });
});

describe('readVariables', () => {
  const value = (script: string): string | undefined => {
    const found = new Map<string, string>();
    readVariables(script, assignmentsTo(['x', 'ct']), found);
    return found.get('x');
  };

  it.each([
    ['var x = "1";', '1'],
    ["window.x = '' || '' || '7';", '7'],
    ['var x = "" || "b" || "c"', 'b'],
    ['window.x = ("0" || "") * 1;', '0'],
    ['var x = htmlDecode("a&amp;b");', 'a&amp;b'],
    ["var x = 'T'.html(false);", 'T'],
    ["window.x = window.title = 'T' || '';", 'T'],
    ['var y = "1", z; var x = 75;', '75'],
    ['var x = "";\nvar x = "later";', 'later'],
    [String.raw`x: 1; var x = JsDecode('a\\x26b');`, 'a&b'],
  ])('%s', (script, expected) => {
    expect(value(script)).toBe(expected);
  });

  it.each([
    'var x = flag ? "1" : "2";',
    'var x = "a" + b;',
    'var x = get("param");',
    'var x = y;',
    'if (x === "1") {}',
    'var x == "1"',
    'var xx = "1"',
    'var x = function () { return "1"; }',
  ])('%s gives nothing', (script) => {
    expect(value(script)).toBeUndefined();
  });
});

describe('readObject', () => {
  it('gives members by path', () => {
    const found = new Map<string, string>();
    readObject(
      `{ a: '1' * 1, "b": JsDecode('x\\x26y'), // a remark
      c: { d: [ { e: 'p', }, { e: 'q' }, ], f: true }, g: '', h: 'last' }; var after = '1'`,
      0,
      '',
      found,
    );
    expect(Object.fromEntries(found)).toEqual({ a: '1', b: 'x&y', 'c.d.0.e': 'p', 'c.d.1.e': 'q', 'c.f': 'true', h: 'last' });
  });

  it('stops where it is no plain literal, and keeps what came before', () => {
    const found = new Map<string, string>();
    readObject(`{ a: '1', get b() { return 2 }, c: '3' }`, 0, '', found);
    expect(Object.fromEntries(found)).toEqual({ a: '1' });
  });
});
