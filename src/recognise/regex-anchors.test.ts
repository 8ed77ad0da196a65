import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../catalogue/load.ts';
import { literalBeginnings } from './regex-anchors.ts';

describe('literalBeginnings', () => {
  it('reads alternatives, classes, options and repetitions', () => {
    expect(literalBeginnings('\\bXC(?:7[AK]|KU)\\d{1,3}\\b').toSorted()).toEqual(
      ['xc7a', 'xc7k', 'xcku'].flatMap((start) => Array.from('0123456789', (digit) => start + digit)),
    );
    expect(literalBeginnings('\\bAB-?C\\b|\\bDE{2}F').toSorted()).toEqual(['ab-c', 'abc', 'deef']);
    expect(literalBeginnings('LT[CM]?\\d{4}').filter((text) => 'ltc1234'.startsWith(text))).toHaveLength(1);
    expect(literalBeginnings('XAB{0,3}CD')).toEqual(['xa']);
  });

  it('refuses what cannot be anchored or is not known', () => {
    for (const pattern of ['\\d+X', '[A-Z]?', '(?=AB)C', 'A*B', '(AB', '[^a]BC'])
      expect(() => literalBeginnings(pattern)).toThrow(SyntaxError);
  });

  it('loses no match: whatever a pattern of the catalogue matches begins with one of its beginnings', () => {
    const patterns = loadCatalogue()
      .terms.filter(({ kind }) => kind === 'partNumber')
      .map(({ text }) => text);
    expect(patterns.length).toBeGreaterThan(100);
    for (const pattern of patterns) {
      const beginnings = literalBeginnings(pattern);
      const bare = pattern.replaceAll('\\b', '').replaceAll('\\s', ' ');
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(`^(?:${bare})$`)), (text) =>
          beginnings.some((beginning) => text.toLowerCase().startsWith(beginning)),
        ),
        { numRuns: 25 },
      );
    }
  });
});
