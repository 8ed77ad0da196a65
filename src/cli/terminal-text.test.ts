import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { terminalLine, terminalResult, terminalText } from './terminal-text.ts';

describe('captured text on a terminal', () => {
  it('shows escape sequences and bidi controls instead of obeying them', () => {
    expect(terminalText('\u001b]0;owned\u0007 a\u202egnp.exe')).toBe('\\u{1b}]0;owned\\u{7} a\\u{202e}gnp.exe');
    expect(terminalText('求购 无人机\tок\n')).toBe('求购 无人机\tок\n');
    expect(terminalLine(' a\r\n\tb ')).toBe('a b');
  });

  it('leaves a line of JSON what it is, and obeys nothing in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = terminalResult(JSON.stringify({ name: `\u009b31m\u202e${text}` }));
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
        expect(JSON.parse(shown)).toEqual({ name: `\u009b31m\u202e${text}` });
      }),
    );
  });

  it('never lets a control or bidi character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(terminalText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
