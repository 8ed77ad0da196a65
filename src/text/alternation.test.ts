import { describe, expect, it } from 'vitest';
import { alternation, spelledOut } from './alternation.ts';

describe('alternation', () => {
  it('finds the longest word first, and says an ending once for neighbours', () => {
    const pattern = alternation([
      { text: 'km', ending: '(?!a)' },
      { text: 'kg', ending: '(?!a)' },
      { text: 'kmh', ending: '(?!a)' },
      { text: '米', ending: '' },
    ]);
    expect(pattern).toBe('(?:kmh|km|kg)(?!a)|米');
    expect('kmh'.match(new RegExp(pattern))?.[0]).toBe('kmh');
    expect('kma'.match(new RegExp(pattern))).toBeNull();
  });
  it('escapes what is written, and cuts at the bar', () => {
    expect(spelledOut('р.|')).toEqual({ text: String.raw`р\.`, goesOn: true });
    expect(spelledOut('м/с')).toEqual({ text: String.raw`м\/с`, goesOn: false });
  });
});
