import { expect, test } from 'vitest';
import { formsOfCyrillic } from './cyrillic-forms.ts';

test.each([
  ['орваникова', ['orvanikov']],
  ['баргозина', ['bargozin', 'barhozina']],
  ['звартовского', ['zvartovsk', 'zvartov', 'zvartov']],
  ['звартомское', ['zvartomsk', 'zvartom', 'zvartom']],
  ['звартинский', ['zvartinsk', 'zvartin', 'zvart']],
  ['звар', []],
])('%s may stand for %s', (word, forms) => {
  expect(formsOfCyrillic(word)).toEqual(forms);
});
