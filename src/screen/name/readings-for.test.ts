import { expect, test } from 'vitest';
import { loadNameCatalogue } from '../../catalogue/name-catalogue.ts';
import type { PartySchema } from '../../model/party.ts';
import { compileNameKnowledge } from '../knowledge.ts';
import { readingsFor } from './readings-for.ts';

const KNOWLEDGE = compileNameKnowledge(loadNameCatalogue());

const families = (name: string, schema?: PartySchema) => readingsFor(name, schema, KNOWLEDGE).map(({ family }) => family);

test.each(['박도춘', '김정은', '리만건', '황보관우', '남궁민수'])('%s may be a person where nothing says what it is', (name) => {
  expect(families(name)).toContain('person');
  expect(families(name, 'LegalEntity')).toContain('person');
});

test.each(['현대', '한화', '기아', '조선', '강철', '전자', '한국', '고려', '서울', '남양', '이마트', '하이트', '이스타', '조선소'])(
  '%s is a person only where that is said',
  (name) => {
    expect(families(name)).not.toContain('person');
    expect(families(name, 'LegalEntity')).not.toContain('person');
    expect(families(name, 'Person')).toContain('person');
  },
);
