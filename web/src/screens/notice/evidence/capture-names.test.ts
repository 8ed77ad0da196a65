import { expect, it } from 'vitest';
import type { Capture, Observation } from '../../../api/routes.gen.ts';
import { captureName } from './capture-names.ts';

const capture = (sha256: string, mode?: Capture['mode']): Capture => ({
  sha256,
  url: 'http://example.org/1',
  at: '2026-11-26T10:00:00.000Z',
  status: 200,
  ip: null,
  warc: null,
  logIndex: 0,
  ...(mode === undefined ? {} : { mode }),
  forgotten: null,
});
const visit = (state: Observation['state'], of: string): Observation => ({
  url: 'http://example.org/1',
  at: '2026-11-26T10:00:00.000Z',
  state,
  reason: null,
  basis: null,
  removalKind: null,
  capture: of,
  confirms: null,
  reading: null,
  logIndex: 1,
});

it('calls a capture after what the visit showed that brought it, or how it was made', () => {
  const visits = [visit('present', 'a'), visit('blocked', 'b'), visit('removed', 'c')];
  const captures = [capture('a'), capture('b'), capture('c'), capture('d', 'images'), capture('e')];
  expect(captures.map(({ sha256 }) => captureName(sha256, visits, captures))).toEqual([
    'captureNotice',
    'captureBlocked',
    'captureRemoval',
    'modeImages',
    'captureBeside',
  ]);
});
