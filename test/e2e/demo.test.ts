import { expect, it } from 'vitest';
import { openHome } from './command.ts';

it('plays the case in a home that stays as it was played: nothing is due in it, its log holds, and the case is told once', async () => {
  const home = openHome();
  const at = ['--home', home.path];
  const told = (await home.json([...at, 'demo'])) as readonly { readonly step: string; readonly notice?: { readonly id: string } }[];
  expect(told.map(({ step }) => step)).toEqual([
    '22 May 2024',
    'captured',
    'Days later',
    'blocked',
    'Then',
    'seems gone',
    'removed',
    'June 2024',
    'copy',
    'Proof',
  ]);

  const states = async () => (await home.json(['notices'])).map((notice) => (notice as { readonly state: string }).state).toSorted();
  expect(await states()).toEqual(['present', 'removed']);
  // The site of the demo is gone: whoever serves or watches this home must not find its notices gone too.
  await home.run(['watch', '--once']);
  expect(await states()).toEqual(['present', 'removed']);
  expect((await home.run(['log', 'verify'])).stdout).toContain('All holds');
  expect((await home.run([...at, 'demo'], 2)).stderr).toContain('the demo was played in this home');
});
