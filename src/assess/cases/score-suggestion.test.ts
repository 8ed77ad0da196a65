import { describe, expect, it } from 'vitest';
import type { CaseFact, CaseFactKind, TiedText } from '../../model/case-suggestion.ts';
import type { NoticeId } from '../../model/ids.ts';
import { scoreSuggestion } from './score-suggestion.ts';

function text(id: string, facts: readonly (readonly [CaseFactKind, string])[], more: Partial<TiedText> = {}): TiedText {
  const made = facts.map(([kind, key]): CaseFact => ({ kind, key, said: null, shown: key }));
  return { id: id as NoticeId, url: `http://a.example/${id}`, at: '2024-05-22', facts: made, copies: [], ...more };
}

const ALWAYS = (): number => 1;
const held = [
  text('n1', [
    ['tradeName', 'bulat'],
    ['good', 'counter_uav_jam'],
    ['body', 'assoc'],
    ['date', '05-22'],
  ]),
];

describe('what ties a text to a case', () => {
  it('is told with points, heaviest first', () => {
    const found = scoreSuggestion(
      held,
      text('r1', [
        ['good', 'counter_uav_jam'],
        ['tradeName', 'bulat'],
        ['date', '05-22'],
      ]),
      ALWAYS,
    );
    expect(found?.score).toBe(25 + 12 + 6 + 5);
    expect(found?.reasons.map(({ kind, with: of }) => [kind, of])).toEqual([
      ['tradeName', 'n1'],
      ['date', 'n1'],
      ['good', 'n1'],
      ['time', 'n1'],
    ]);
  });

  it('is too little where goods, a day and the time of publication are all', () => {
    expect(
      scoreSuggestion(
        held,
        text('r1', [
          ['good', 'counter_uav_jam'],
          ['date', '05-22'],
        ]),
        ALWAYS,
      ),
    ).toBeUndefined();
    expect(scoreSuggestion(held, text('r1', []), ALWAYS)).toBeUndefined();
  });

  it('weighs a name less that many have, and counts few of a kind', () => {
    const named = text('r1', [
      ['tradeName', 'bulat'],
      ['body', 'assoc'],
    ]);
    expect(scoreSuggestion(held, named, ALWAYS)?.score).toBe(55);
    expect(scoreSuggestion(held, named, ({ kind }) => (kind === 'body' ? 0.2 : 1))?.score).toBe(25 + 5 + 5);
    const many = ['a', 'b', 'c', 'd', 'e'].map((key): readonly [CaseFactKind, string] => ['tradeName', key]);
    expect(scoreSuggestion([text('n1', many)], text('r1', many, { at: null }), ALWAYS)?.score).toBe(75);
  });

  it('is a copy, whatever else; a candidate in another language less', () => {
    const copy = (kind: 'verbatim' | 'translated') => text('n2', [], { at: null, copies: [{ other: 'n1' as NoticeId, kind, score: 0.9 }] });
    expect(scoreSuggestion(held, copy('verbatim'), ALWAYS)).toMatchObject({ score: 72, reasons: [{ kind: 'copy', with: 'n1' }] });
    expect(scoreSuggestion(held, copy('translated'), ALWAYS)?.score).toBe(41);
    expect(scoreSuggestion([text('n9', [])], copy('verbatim'), ALWAYS)).toBeUndefined();
  });
});
