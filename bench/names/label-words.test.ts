import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../src/catalogue/name-catalogue.ts';
import { compileNameKnowledge } from '../../src/screen/knowledge.ts';
import { tellingForms } from '../../scripts/name-words/form-groups.ts';

const knowledge = compileNameKnowledge({ ...loadNameCatalogue(), nameForms: { recipe: '', names: [] } });
const spelled = (...forms: string[]) => tellingForms(forms, knowledge).map((form) => form.spelled);

test('words for a name are no forms of one, whatever stands beside them', () => {
  expect(spelled('surname', 'vlora')).toEqual([]);
  expect(spelled('apellido', 'landiríbar')).toEqual([]);
  expect(spelled('zverkov', 'фамилия')).toEqual([]);
  expect(spelled('cacahuètas', 'Name', 'zola')).toEqual(['cacahuetas', 'zola']);
});

test('languages are forms only where another script spells them as a name', () => {
  expect(spelled('espard', 'french')).toEqual([]);
  expect(spelled('enobong', 'ibibio')).toEqual([]);
  expect(spelled('français', 'франсе', '弗朗索瓦')).toContain('francais');
});
