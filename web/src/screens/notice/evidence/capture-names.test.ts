import { expect, it } from 'vitest';
import { madeUpCapture, madeUpVisit } from '../made-up.ts';
import { captureName } from './capture-names.ts';

it('calls a capture after what the visit showed that brought it, or how it was made', () => {
  const visits = (['present', 'blocked', 'removed'] as const).map((state) => madeUpVisit(state, { capture: state }));
  const captures = [
    ...visits.map(({ state }) => madeUpCapture(state)),
    madeUpCapture('picture', { mode: 'images' }),
    madeUpCapture('another'),
  ];
  expect(captures.map(({ sha256 }) => captureName(sha256, visits, captures))).toEqual([
    'captureNotice',
    'captureBlocked',
    'captureRemoval',
    'modeImages',
    'captureBeside',
  ]);
});
