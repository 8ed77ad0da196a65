import { expect, it } from 'vitest';
import { loadCopyKnowledge } from '../../catalogue/copy-knowledge.ts';
import { createBackground } from '../background.ts';
import { prepareText } from '../prepared-text.ts';
import { compareTexts } from './comparison.ts';
import { coresOf } from './core.ts';

it('holds for texts with more stretches in common than a call may have arguments', () => {
  const background = createBackground(loadCopyKnowledge());
  const text = prepareText({ text: 'насос котёл кран' }, background);
  const comparison = compareTexts(text, text);
  const runs = Array.from({ length: 300_000 }, () => comparison.runs[0]!);
  expect(coresOf({ ...comparison, runs })[0]).toMatchObject({ at: { a0: 0, b0: 0 } });
});
