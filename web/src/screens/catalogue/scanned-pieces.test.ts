import { expect, test } from 'vitest';
import type { Mention } from '../../api/routes.gen.ts';
import { scannedPieces } from './scanned-pieces.ts';

const mention = (start: number, end: number, kind: Mention['kind'] = 'good'): Mention => ({
  start,
  end,
  kind,
  text: '',
  lang: 'zh',
  counted: true,
  strength: 'hard',
});
const cut = (text: string, mentions: readonly Mention[]): readonly string[] =>
  scannedPieces(text, mentions).map((piece) => (piece.mention === null ? piece.text : `[${piece.text}]`));

test('a text is cut at its mentions, and nothing of it is lost', () => {
  const text = '求购无人机抑制器20台';
  expect(cut(text, [mention(2, 8)])).toEqual(['求购', '[无人机抑制器]', '20台']);
  expect(cut(text, [mention(2, 8), mention(0, 2, 'intent')]).join('')).toBe('[求购][无人机抑制器]20台');
});

test('of mentions at one place the goods are marked, and what lies within them is not marked again', () => {
  expect(cut('abcdef', [mention(1, 5, 'code'), mention(1, 3), mention(2, 4)])).toEqual(['a', '[bc]', 'def']);
});

test('a text without mentions is one piece, an empty one none', () => {
  expect(cut('abc', [])).toEqual(['abc']);
  expect(cut('', [])).toEqual([]);
});
