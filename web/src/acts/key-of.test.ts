import { expect, test } from 'vitest';
import { keyOf } from './key-of.ts';

const pressed = (key: string, code: string, shiftKey = false): string => keyOf({ key, code, shiftKey });

test.each([
  ['j', 'KeyJ', false, 'j'],
  ['X', 'KeyX', true, 'X'],
  ['Enter', 'Enter', false, 'Enter'],
  ['Escape', 'Escape', false, 'Escape'],
  ['/', 'Slash', false, '/'],
  ['/', 'Digit7', true, '/'],
  ['?', 'Slash', true, '?'],
  // A layout that has Latin letters elsewhere (Dvorak, AZERTY) has the say.
  ['e', 'KeyD', false, 'e'],
  ['z', 'KeyY', false, 'z'],
])('%s of %s is what it says', (key, code, shift, meant) => {
  expect(pressed(key, code, shift)).toBe(meant);
});

test.each([
  ['о', 'KeyJ', false, 'j'],
  ['Ч', 'KeyX', true, 'X'],
  ['і', 'KeyS', false, 's'],
  ['.', 'Slash', false, '/'],
  [',', 'Slash', true, '?'],
  ['х', 'BracketLeft', false, '['],
  ['ї', 'BracketRight', false, ']'],
  ['Process', 'KeyE', false, 'e'],
  ['Process', 'Slash', true, '?'],
  ['。', 'Period', false, '。'],
])('%s of %s is the key in its place', (key, code, shift, meant) => {
  expect(pressed(key, code, shift)).toBe(meant);
});
