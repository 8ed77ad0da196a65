import { describe, expect, it } from 'vitest';
import { hasUnseen, piecesOf, shownString } from './shown-text-pieces.ts';

describe('text of others', () => {
  it('is one piece where all of it can be seen, tabs and lines too', () => {
    expect(piecesOf('干扰器\tBulat\n')).toEqual([{ text: '干扰器\tBulat\n' }]);
    expect(piecesOf('')).toEqual([{ text: '' }]);
    expect(hasUnseen('干扰器 👨‍👩‍👧 ❤️')).toBe(true);
    expect(piecesOf('👨‍👩‍👧 ❤️')).toEqual([{ text: '👨‍👩‍👧 ❤️' }]);
  });

  it('shows what turns, joins or hides characters by its name', () => {
    expect(shownString('a\u202Eb\u2066c\u200Bd\u0000e\u00ADf\uFEFF')).toBe('a⟨RLO⟩b⟨LRI⟩c⟨ZWSP⟩d⟨NUL⟩e⟨SHY⟩f⟨BOM⟩');
    expect(shownString('x\u{E0041}')).toBe('x⟨U+E0041⟩');
    expect(shownString('x\u200Dy')).toBe('x⟨ZWJ⟩y');
  });

  it('counts runs, so that a million of them are one mark', () => {
    const pieces = piecesOf(`a${'\u200B'.repeat(1_000_000)}b`);
    expect(pieces).toEqual([{ text: 'a' }, { name: 'ZWSP', code: '200B', times: 1_000_000 }, { text: 'b' }]);
  });
});
