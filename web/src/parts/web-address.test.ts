import { expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

it('leads to the web and nowhere else', () => {
  expect(webAddress('https://example.org/a?b=1')).toBe('https://example.org/a?b=1');
  for (const other of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'notice 4',
    'https://a:b@example.org/',
  ])
    expect(webAddress(other)).toBeUndefined();
});
